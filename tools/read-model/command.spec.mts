import { SERVICES } from '../start/topology.mts';
import { commandOf } from './command.mts';

const read = (text: string) => {
  const { services, args } = commandOf(text.split(' ').filter(Boolean), SERVICES);
  return { services: services.map(({ name }) => name), args: args.join(' ') };
};

it('hands each command on to the process of its service', () => {
  expect(read('compare incident-svc estate')).toEqual({
    services: ['incident-svc'],
    args: 'compare-read-model estate',
  });
  expect(read('rebuild cmdb-svc conditions --yes')).toEqual({
    services: ['cmdb-svc'],
    args: 'rebuild-read-model conditions --yes',
  });
  expect(read('list')).toEqual({ services: SERVICES.map(({ name }) => name), args: 'list-read-models' });
  expect(read('list change-svc')).toEqual({ services: ['change-svc'], args: 'list-read-models' });
});

it.each([
  '',
  'rebuild',
  'rebuild incident-svc',
  'mend incident-svc estate',
  'rebuild incident-svc estate --no',
  'list a b',
])('explains itself for "%s"', (text) => {
  expect(() => read(text)).toThrow('Usage:');
});

it('names the services where there is no such one', () => {
  expect(() => read('compare gateway estate')).toThrow('services are cmdb-svc, incident-svc');
});
