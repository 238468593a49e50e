import { KafkaJSNonRetriableError, type Mechanism } from 'kafkajs';

import { type BearerTokens } from '../bearer-tokens';

/**
 * SASL OAUTHBEARER (RFC 7628). kafkajs's own takes a refusal for a success: a broker answers a bad token with its reason
 * first, and ends the dialogue with an error only after one more message of the client.
 */
export function bearerMechanism(tokens: BearerTokens): Mechanism {
  return {
    mechanism: 'OAUTHBEARER',
    authenticationProvider: ({ saslAuthenticate }) => ({
      authenticate: async () => {
        const token = await tokens.current().catch((error: unknown) => {
          throw new KafkaJSNonRetriableError(error instanceof Error ? error.message : String(error));
        });
        const reason = await saslAuthenticate({
          request: { encode: () => withLength(`n,,\u0001auth=Bearer ${token}\u0001\u0001`) },
          response: { decode: withoutLength, parse: (data) => data.toString('utf8') },
        });
        if (typeof reason !== 'string' || reason === '') return;
        await saslAuthenticate({ request: { encode: () => withLength('\u0001') } }).catch(() => undefined);
        throw new KafkaJSNonRetriableError(`SASL OAUTHBEARER authentication failed: the broker says ${reason}`);
      },
    }),
  };
}

const LENGTH_BYTES = 4;

function withLength(text: string): Buffer {
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeInt32BE(Buffer.byteLength(text));
  return Buffer.concat([length, Buffer.from(text)]);
}

function withoutLength(data: Buffer): Buffer {
  return data.subarray(LENGTH_BYTES);
}
