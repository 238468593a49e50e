import { TextField } from '@itops/platform';

export class MoveCiStageInput {
  @TextField({ description: 'Why, for the history.', max: 1024, optional: true })
  reason?: string;
}
