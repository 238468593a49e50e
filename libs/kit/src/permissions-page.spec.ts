import { readFileSync } from 'node:fs';
import path from 'node:path';

import { PERMISSIONS, permissionsOf, ROLE_NAMES } from './permissions';

const page = readFileSync(path.join(__dirname, '../../../docs/api/permissions.md'), 'utf8');

/** Each permission with the roles that have it, as the page shows it. */
function table(): string[] {
  return PERMISSIONS.map((permission) => {
    const marks = ROLE_NAMES.map((role) => (permissionsOf([role]).includes(permission) ? '●' : ''));
    return [`\`${permission}\``, ...marks].join(' | ');
  });
}

it('docs/api/permissions.md shows the table of roles as it is', () => {
  const rows = page
    .split('\n')
    .filter((line) => /^\| `[a-z-]+:/.test(line))
    .map((line) => line.slice(1, -1).split('|'))
    .map((cells) => cells.map((cell) => cell.trim()).join(' | '));
  expect(rows).toEqual(table());
  const [head = ''] = page.split('\n').filter((line) => line.startsWith('| permission'));
  expect(
    head
      .slice(1, -1)
      .split('|')
      .slice(1)
      .map((cell) => cell.trim()),
  ).toEqual(ROLE_NAMES);
});
