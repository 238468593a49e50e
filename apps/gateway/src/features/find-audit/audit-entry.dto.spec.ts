import { validateSync } from 'class-validator';

import { AuditEntry } from './audit-entry.dto';

const wrongIn = (entry: Partial<AuditEntry>) =>
  validateSync(Object.assign(new AuditEntry(), entry)).map(({ property }) => property);

describe('an entry of the trail', () => {
  it('may be about no single resource, as the export of all services is, but about some kind', () => {
    expect(wrongIn({ resourceType: 'audit-trail', resourceId: '' })).not.toContain('resourceId');
    expect(wrongIn({ resourceType: '', resourceId: '' })).toContain('resourceType');
  });
});
