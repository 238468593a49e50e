import { runService } from '@itops/platform/run';

runService('gateway', () => import('./gateway.service'));
