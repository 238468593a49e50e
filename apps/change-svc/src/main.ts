import { runService } from '@itops/platform/run';

runService('change-svc', () => import('./change.service'));
