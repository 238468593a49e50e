/** Incidents by REST with Fastify and pg alone: number, incident, story and audit row in one transaction, and nothing else. */
import { randomUUID } from 'node:crypto';

import fastify from 'fastify';
import pg from 'pg';

import { listening, settingOf } from './server-settings.mts';

interface Body {
  readonly title: string;
  readonly description: string;
  readonly impact: number;
  readonly urgency: number;
}

const pool = new pg.Pool({ connectionString: settingOf('BARE_DATABASE_URL'), max: 10 });
await pool.query(`
  create sequence serial;
  create table incident (id uuid primary key, number text unique, title text, description text, impact int, urgency int,
    state text, version int, opened_at timestamptz);
  create table story (id uuid primary key, incident_id uuid references incident, at timestamptz, summary text);
  create index on story (incident_id, at);
  create table audit (id uuid primary key, at timestamptz, action text, resource_id text, after jsonb);
  create index on audit (resource_id)`);

const app = fastify();
app.post<{ Body: Body }>('/v1/incidents', async ({ body }, reply) => {
  const { title, description, impact, urgency } = body;
  const id = randomUUID();
  const at = new Date();
  const client = await pool.connect();
  try {
    await client.query('begin');
    const { rows } = await client.query<{ serial: string }>(`select nextval('serial') as serial`);
    const incident = {
      id,
      number: `INC${rows[0]?.serial}`,
      title,
      description,
      impact,
      urgency,
      state: 'new',
      version: 1,
    };
    await client.query('insert into incident values ($1, $2, $3, $4, $5, $6, $7, $8, $9)', [
      ...Object.values(incident),
      at,
    ]);
    await client.query('insert into story values ($1, $2, $3, $4)', [randomUUID(), id, at, 'opened']);
    await client.query('insert into audit values ($1, $2, $3, $4, $5)', [
      ...[randomUUID(), at, 'open', id],
      JSON.stringify(incident),
    ]);
    await client.query('commit');
    return await reply.code(201).send({ ...incident, openedAt: at });
  } finally {
    client.release();
  }
});
await app.listen({ host: '127.0.0.1', port: 0 });
listening(app.server.address());
