import { isRecord } from '@itops/kit';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { accessSync, constants, readFileSync } from 'node:fs';
import { z } from 'zod';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Whether what is sent to this host stays on this machine. */
export function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i.test(host);
}

/** The name of a file that is read again while the service runs; it has to be there at start. */
export const readableFile = z.string().superRefine((file, context) => {
  tryToRead(context, () => accessSync(file, constants.R_OK));
});

/** The name of a file; the setting's value is the file's text, read when the service starts. */
const textFile = z
  .string()
  .transform((file, context) => tryToRead(context, () => readFileSync(file, 'utf8')) ?? z.NEVER);

function tryToRead<Result>(context: z.RefinementCtx, read: () => Result): Result | undefined {
  try {
    return read();
  } catch (error) {
    const reason = reasonOf(error);
    context.addIssue({
      code: 'custom',
      message: `can't be read (${reason}): give a file that this service's user may read`,
    });
    return undefined;
  }
}

/** A file with one secret in it; the line's end does not belong to it. */
export const secretFile = textFile.transform((text, context) => {
  const secret = text.replace(/\r?\n$/, '');
  if (secret === '') context.addIssue({ code: 'custom', message: 'is an empty file: write the secret into it' });
  return secret;
});

export const certificateFile = pemFile('a certificate', '-----BEGIN CERTIFICATE-----', (pem) => {
  for (const certificate of pem.split(/(?=-----BEGIN CERTIFICATE-----)/)) {
    if (certificate.includes('-----BEGIN CERTIFICATE-----')) new X509Certificate(certificate);
  }
});

export const privateKeyFile = pemFile('a private key without passphrase', '-----BEGIN PRIVATE KEY-----', (pem) =>
  createPrivateKey(pem),
);

function pemFile(what: string, begins: string, read: (pem: string) => unknown) {
  return textFile.transform((pem, context) => {
    try {
      if (!pem.includes('-----BEGIN ')) throw new Error('no PEM block in it');
      read(pem);
    } catch (error) {
      const reason = reasonOf(error);
      context.addIssue({
        code: 'custom',
        message: `does not hold ${what} (${reason}): give a PEM file, with ${begins} in it`,
      });
    }
    return pem;
  });
}

function reasonOf(error: unknown): string {
  return isRecord(error) && typeof error['message'] === 'string' ? error['message'] : String(error);
}

/** A certificate and its key are one thing: given together, made for each other. Says what is wrong with the files. */
export function keyPairProblems(env: Environment, certificateName: string, keyName: string): string[] {
  const [certificateFileName, keyFileName] = [env[certificateName], env[keyName]];
  if (certificateFileName === undefined && keyFileName === undefined) return [];
  if (certificateFileName === undefined || keyFileName === undefined) {
    const [given, missing] =
      certificateFileName === undefined ? [keyName, certificateName] : [certificateName, keyName];
    return [`${given} is set, but ${missing} is not: a client certificate needs both; set ${missing} as well`];
  }
  const certificate = certificateFile.safeParse(certificateFileName);
  const key = privateKeyFile.safeParse(keyFileName);
  if (!certificate.success || !key.success) return [];
  if (new X509Certificate(certificate.data).checkPrivateKey(createPrivateKey(key.data))) return [];
  return [
    `${keyName} is '${keyFileName}', which is not the key of the certificate in ${certificateName}: give its key`,
  ];
}
