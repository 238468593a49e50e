/** How the broker is reached, in plain words; each transport maps it to its client's options. */
export interface BrokerAccess {
  /** host:port of the bootstrap brokers. */
  readonly brokers: readonly string[];
  /** Absent: the connection is not encrypted. */
  readonly tls?: BrokerTls;
  /** Absent: the broker asks for no name, or takes it from the client's certificate. */
  readonly sasl?: BrokerSasl;
}

/** The broker's certificate and its host name are always verified; there is no setting that turns this off. */
export interface BrokerTls {
  /** PEM of the authorities that are trusted, in place of those that Node brings. */
  readonly ca?: string;
  /** PEM of what this client shows of itself (mutual TLS). */
  readonly client?: { readonly certificate: string; readonly key: string };
}

export type BrokerSasl = PasswordSasl | BearerSasl;

export interface PasswordSasl {
  readonly mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512';
  readonly username: string;
  readonly password: string;
}

/** A transport asks `BearerTokens` for the token each time that it authenticates. */
export interface BearerSasl {
  readonly mechanism: 'oauthbearer';
  readonly tokens: TokenSource;
}

export type TokenSource =
  /** A file that something else keeps fresh; read again for each authentication. */
  | { readonly file: string }
  /** The client credentials grant of OAuth 2 (RFC 6749, 4.4). */
  | {
      readonly endpoint: string;
      readonly clientId: string;
      readonly clientSecret: string;
      readonly scope?: string;
      /** PEM of the authorities that are trusted for the endpoint, in place of those that Node brings. */
      readonly ca?: string;
    };
