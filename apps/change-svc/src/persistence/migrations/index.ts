import { CreateChanges1790000300001 } from './1790000300001-create-changes';
import { KnowAnybody1790000300004 } from './1790000300004-know-anybody';
import { KnowAuthors1790000300002 } from './1790000300002-know-authors';
import { IndexLists1790000300003 } from './1790000300003-index-lists';

/** In the order in which they are applied. */
export const changeMigrations = [
  CreateChanges1790000300001,
  KnowAuthors1790000300002,
  IndexLists1790000300003,
  KnowAnybody1790000300004,
];
