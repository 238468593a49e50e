import { networkOf } from './limits';
import { routeClassOf } from './route-class';

describe('kinds of requests', () => {
  it.each([
    ['GET', '/v1/incidents', 'read'],
    ['HEAD', '/v1/cis/1/impact', 'read'],
    ['POST', '/v1/incidents', 'write'],
    ['PATCH', '/v1/cis/1', 'write'],
    ['POST', '/v1/alerts', 'report'],
    ['POST', '/v1/alerts/1/actions/acknowledge', 'write'],
    ['GET', '/v1/alerts', 'read'],
    ['GET', '/v1/stream', 'stream'],
    ['GET', '/v1/api-keys/1', 'admin'],
    ['POST', '/v1/dead-letters/1/redrive', 'admin'],
    ['GET', '/v1/', 'read'],
    ['DELETE', '/v2', 'write'],
  ])('%s %s is %s', (method, path, kind) => {
    expect(routeClassOf(method, path)).toBe(kind);
  });
});

describe('an address', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2:ffff::9', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    [undefined, ''],
  ])('%s counts as %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
