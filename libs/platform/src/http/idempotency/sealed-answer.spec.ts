import { sealBody, unsealBody } from './sealed-answer';

describe('a kept answer with a secret in it', () => {
  const key = '8e03978e-40d5-43dd-bc93-6894a57f9324';

  it('is read by who has the key again, and never looks the same', () => {
    const [one, other] = [sealBody(key, '{"secret":"ü"}'), sealBody(key, '{"secret":"ü"}')];
    expect(one).not.toBe(other);
    expect(Buffer.from(one, 'base64').toString('latin1')).not.toContain('secret');
    for (const sealed of [one, other]) expect(unsealBody(key, sealed)).toBe('{"secret":"ü"}');
  });

  it('is read by nobody else, and not when it was changed', () => {
    const sealed = sealBody(key, 'secret');
    expect(() => unsealBody('another', sealed)).toThrow();
    const bytes = Buffer.from(sealed, 'base64');
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    expect(() => unsealBody(key, bytes.toString('base64'))).toThrow();
  });
});
