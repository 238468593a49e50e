import { BadRequestException } from '@nestjs/common';

import { requireOneHost } from './host';

describe('the host of a request', () => {
  it.each([[['Host', 'a']], [['accept', 'host', 'HOST', 'a', 'x-host', 'b', 'hos', 'c']]])('is one: %j', (raw) =>
    expect(() => requireOneHost(raw)).not.toThrow(),
  );

  it.each([[['Host', 'a', 'Host', 'b']], [['host', 'a', 'accept', '*/*', 'hOsT', 'a']]])('is not two: %j', (raw) =>
    expect(() => requireOneHost(raw)).toThrow(BadRequestException),
  );
});
