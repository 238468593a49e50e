import { CertificateAuthority } from './certificates';
import { startPostgresAlone } from './test-servers';

/** A real PostgreSQL server that lets users in over TLS only. */
export interface GuardedPostgres {
  /** Of the superuser, who alone may come in without TLS: to make users and databases for a test. */
  readonly url: string;
  readonly authority: CertificateAuthority;
  stop(): Promise<void>;
}

/** The role `by_certificate` needs a client certificate with its name; all others a password. */
export async function startGuardedPostgres(root: string): Promise<GuardedPostgres> {
  const authority = await CertificateAuthority.create();
  // Made out to the name and not to the address, so that the address is the wrong host.
  const { certificate, key } = await authority.issue('postgres', { hosts: ['localhost'] });
  const server = await startPostgresAlone(root, {
    certificate,
    key,
    clientAuthority: authority.certificate,
    accessRules: [
      'host all postgres 127.0.0.1/32 scram-sha-256',
      'hostssl all by_certificate 127.0.0.1/32 cert',
      'hostssl all all 127.0.0.1/32 scram-sha-256',
    ],
  });
  return { url: server.address, authority, stop: () => server.stop() };
}
