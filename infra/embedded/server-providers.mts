import { embeddedKafka } from './kafka.mts';
import type { KafkaSettings, PostgresSettings, ServerProvider } from './managed-server.mts';
import { embeddedPostgres } from './postgres.mts';
import { dockerKafka, dockerPostgres } from '../docker/docker-servers.mts';

/** The ways to run each server, in order of preference: the first that works on this machine is taken. */
export const KAFKA_PROVIDERS: readonly ServerProvider<KafkaSettings>[] = [embeddedKafka, dockerKafka];
export const POSTGRES_PROVIDERS: readonly ServerProvider<PostgresSettings>[] = [embeddedPostgres, dockerPostgres];
