import {
  BooleanField,
  CiReferenceField,
  DateTimeField,
  type FieldOptions,
  IntegerField,
  TextField,
} from '@itops/platform';

type Presence = Omit<FieldOptions, 'description'>;

/** The rules of an incident's fields, each written once. */
export const TitleField = (presence: Presence = {}) =>
  TextField({
    ...presence,
    description: 'What is wrong, in one line.',
    min: 1,
    max: 1024,
    example: 'Checkout is slow',
  });
export const DescriptionField = (presence: Presence = {}) =>
  TextField({ ...presence, description: 'What is known, at length.', min: 0, max: 32_768 });
export const ImpactField = (presence: Presence = {}) =>
  IntegerField({ ...presence, description: '1 high, 2 medium, 3 low: how much is hit.', min: 1, max: 3 });
export const UrgencyField = (presence: Presence = {}) =>
  IntegerField({ ...presence, description: '1 high, 2 medium, 3 low: how soon it must end.', min: 1, max: 3 });
export const CiField = (presence: Presence = {}) =>
  CiReferenceField({
    ...presence,
    description: 'The item at fault: its id, its name where unique, or a source’s own id.',
  });
export const GroupField = (presence: Presence = {}) =>
  TextField({ ...presence, description: 'The group that has it.', min: 1, max: 255 });
export const AssigneeField = (presence: Presence = {}) =>
  TextField({ ...presence, description: 'The person that has it.', min: 1, max: 255 });
export const CallerField = (presence: Presence = {}) =>
  TextField({ ...presence, description: 'Who reported it.', min: 1, max: 255 });
export const SecurityField = (presence: Presence = {}) =>
  BooleanField({
    ...presence,
    description: 'Whether it is a security incident, which only those see who may; only they may say so.',
  });
export const AtField = () =>
  DateTimeField({
    optional: true,
    description:
      'When it happened, for records brought over from another system: not later than now, not before the last move. Left out: now.',
  });
export const ReasonField = (presence: Presence = {}) =>
  TextField({ ...presence, description: 'Why.', min: 1, max: 4096 });
