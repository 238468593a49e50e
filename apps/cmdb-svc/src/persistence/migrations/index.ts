import { CreateEstate1790000100001 } from './1790000100001-create-estate';

export const cmdbMigrations = [CreateEstate1790000100001];
