import { DateTimeField, type FieldOptions, IntegerField, TextField } from '@itops/platform';

type Presence = Pick<FieldOptions, 'optional' | 'nullable'>;

/** The fields that a request sets and a response shows, each rule written once. */
export const TitleField = (presence: Presence = {}) =>
  TextField({ ...presence, description: 'What is to be done, in one line.', min: 1, max: 255 });
export const DescriptionField = (presence: Presence = {}) =>
  TextField({ ...presence, description: 'What is to be done.', max: 16_384, min: 0 });
export const JustificationField = (presence: Presence = {}) =>
  TextField({ ...presence, description: 'Why it is needed.', min: 0, max: 16_384 });
export const PlannedStartField = (presence: Presence = {}) =>
  DateTimeField({ ...presence, description: 'When implementation is to begin.', example: '2026-01-31T22:00:00.000Z' });
export const PlannedEndField = (presence: Presence = {}) =>
  DateTimeField({
    ...presence,
    description: 'When implementation is to end; after plannedStart.',
    example: '2026-01-31T23:30:00.000Z',
  });
export const ImplementationPlanField = (presence: Presence = {}) =>
  TextField({ ...presence, description: 'How it is done.', min: 0, max: 16_384 });
export const BackoutPlanField = (presence: Presence = {}) =>
  TextField({ ...presence, description: 'How it is undone.', min: 0, max: 16_384 });
export const TestPlanField = (presence: Presence = {}) =>
  TextField({ ...presence, description: 'How it is seen to work.', min: 0, max: 16_384 });
export const ImpactField = (presence: Presence = {}) =>
  IntegerField({ ...presence, description: 'How much it touches: 1 high, 2 medium, 3 low.', min: 1, max: 3 });
export const GroupField = (presence: Presence = {}) =>
  TextField({ ...presence, description: 'The group that implements it.', min: 1, max: 255 });
export const AssigneeField = (presence: Presence = {}) =>
  TextField({ ...presence, description: 'The person who implements it.', min: 1, max: 255 });
