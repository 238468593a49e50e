import { runService } from '@itops/platform/run';

runService('capacity-svc', () => import('./capacity.service'));
