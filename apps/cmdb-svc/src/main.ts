import { runService } from '@itops/platform/run';

runService('cmdb-svc', () => import('./cmdb.service'));
