import { plainPath } from './request-path';

describe('the path of a request', () => {
  it.each([
    ['/v1/incidents', '/v1/incidents'],
    ['/v1/incidents?state=new', '/v1/incidents'],
    ['/v1/cis/web%20server', '/v1/cis/web%20server'],
    ['/v1/incidents/%C3%A4?q=%2e', '/v1/incidents/%C3%A4'],
  ])('is read: %s', (target, path) => expect(plainPath(target)).toBe(path));

  // By the first two segments it is decided who answers, and within which limits.
  it.each(['/%761/incidents', '/v1/incident%73', '/v1/incident%73/INC0000001', '/v1%20/incidents', '/v1/%', '/%'])(
    'is refused where a segment that decides who answers is in disguise: %s',
    (target) => expect(plainPath(target)).toBeUndefined(),
  );

  it.each([
    ...['/v1//incidents', '/v1/./incidents', '/v1/../v1/incidents', '/v1/incidents/..', '//v1/incidents'],
    ...['/v1/incidents/%2e%2e', '/v1/incidents/a%2Fb', '/v1/incidents/a%5cb', '/v1/incidents/%00', '/v1\\incidents'],
    ...['http://gateway/v1/incidents', '*', '', 'v1/incidents', '/v1/incidents#x', '/v1/incidents x'],
  ])('is refused where it can be read in two ways: %j', (target) => expect(plainPath(target)).toBeUndefined());
});
