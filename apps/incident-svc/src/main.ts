import { runService } from '@itops/platform/run';

runService('incident-svc', () => import('./incident.service'));
