import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { mustRun, runCommand } from './run-command.mts';

export const KAFKA_VERSION = '4.3.0';
const OLDEST_JAVA = 17;

/** Kept apart from all data: shared by the platform and its tests, and not removed by a reset. */
export function kafkaFolder(root: string): string {
  return join(root, '.itops', `kafka-${KAFKA_VERSION}`);
}

export function kafkaClassPath(root: string): string {
  return join(kafkaFolder(root), 'libs', '*');
}

export function javaCommand(): string {
  const home = process.env['JAVA_HOME'];
  return home ? join(home, 'bin', 'java') : 'java';
}

/** What is missing for the embedded broker, or undefined. Maven is needed only until the jars are there. */
export async function missingForKafka(root: string): Promise<string | undefined> {
  const missing: string[] = [];
  if (!(await hasJava())) missing.push(`Java ${OLDEST_JAVA} or later`);
  if (!existsSync(kafkaFolder(root)) && (await runCommand('mvn', ['--version'])).code !== 0) missing.push('Maven');
  return missing.length === 0 ? undefined : missing.join(' and ');
}

async function hasJava(): Promise<boolean> {
  const { code, output } = await runCommand(javaCommand(), ['-version']);
  const major = /version "(\d+)/.exec(output)?.[1];
  return code === 0 && major !== undefined && Number(major) >= OLDEST_JAVA;
}

export async function fetchKafkaJars(root: string, signal?: AbortSignal): Promise<void> {
  if (existsSync(kafkaFolder(root))) return;
  // Into a folder of its own first: a broken download never looks like a complete one.
  const part = `${kafkaFolder(root)}.part-${process.pid}`;
  await mkdir(part, { recursive: true });
  try {
    await mustRun(
      'Fetching Apache Kafka with Maven',
      'mvn',
      [
        ...['-q', '-B', '-f', join(root, 'infra', 'embedded', 'pom.xml'), 'dependency:copy-dependencies'],
        ...[`-DoutputDirectory=${join(part, 'libs')}`, '-DincludeScope=runtime', `-Dkafka.version=${KAFKA_VERSION}`],
      ],
      signal === undefined ? {} : { signal },
    );
    await rename(part, kafkaFolder(root)).catch((error: unknown) => {
      // Another run was faster.
      if (!existsSync(kafkaFolder(root))) throw error;
    });
  } finally {
    await rm(part, { recursive: true, force: true });
  }
}
