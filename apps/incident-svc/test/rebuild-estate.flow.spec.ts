import { domainTopics } from '@itops/contracts';
import { newId } from '@itops/kit';
import { undoRebuild } from '@itops/messaging';
import { eventually, testBrokers } from '@itops/testing';
import { Kafka, logLevel } from 'kafkajs';

import { type IncidentTest } from './estate';
import { arc, changes, created, EQUAL, Estate, item, MANY, NOTHING, updated } from './rebuilt-estate';

describe('a rebuild of the estate from the log', () => {
  let estate: Estate;
  let test: IncidentTest;

  beforeAll(async () => {
    estate = await Estate.start();
    test = estate.test;
  });

  afterAll(() => estate.close());

  it('equals the living one, keeps its shape, and the impact graph goes on with it', async () => {
    const [web, app, db] = [newId(), newId(), newId()];
    await estate.takes([
      created(web, 'web'),
      created(app, 'app'),
      created(db, `db ${db}`),
      arc(web, app),
      arc(app, db),
    ]);
    const shape = () =>
      estate.read(
        `select c.relname, c.relkind, c.reloptions, c.relacl::text, pg_get_indexdef(i.indexrelid) as index,
                array(select pg_get_constraintdef(k.oid) || k.conname from pg_constraint k
                      where k.conrelid = c.oid order by k.conname) as constraints
         from pg_class c left join pg_index i on i.indexrelid = c.oid
         where c.relnamespace = 'public'::regnamespace and (c.relname ~ '^(ci|relationship|estate)') order by 1`,
      );
    const before = await shape();
    const rebuilt = await estate.rebuild();
    expect(rebuilt).toMatchObject({ swapped: true, notUnderstood: 0 });
    expect(rebuilt.projected).toBeGreaterThanOrEqual(5);
    expect(changes(rebuilt)).toEqual(EQUAL);
    expect(await shape()).toEqual(before);

    await test.alert({ summary: `down ${db}`, ci: db, dedupKey: newId() });
    const incident = await eventually(async () => {
      const found = (await test.list('/v1/incidents?limit=200')).find(({ title }) => title === `down ${db}`);
      if (found === undefined) throw new Error('no incident yet');
      return found;
    });
    const impact = await test.service.api.get(`/v1/incidents/${String(incident['id'])}/impact`);
    expect(JSON.stringify(impact.body)).toContain(web);
  });

  it('publishes nothing, and leaves alerts and incidents alone', async () => {
    const id = newId();
    await test.alert({ summary: `early ${id}`, ci: id, dedupKey: newId() });
    await test.service.bus.waitFor(domainTopics.alert.name, ({ data }) => data['summary'] === `early ${id}`);
    await estate.takes([created(id, 'late')]);
    // The reaction of the living consumer: the alert is linked.
    await test.service.bus.waitFor(domainTopics.alert.name, ({ data }) => data['ciId'] === id);
    const state = () =>
      estate.read(
        `select (select count(*) from audit_log) as audited,
                (select count(*) from outbox where aggregate_type <> 'audit-chain') as outbox,
                (select md5(string_agg(a::text, '' order by id)) from alert a) as alerts,
                (select md5(string_agg(i::text, '' order by id)) from incident i) as incidents`,
      );
    const before = await state();
    const published = () =>
      [domainTopics.alert, domainTopics.incident].map(({ name }) => test.service.bus.all(name).length);
    const publishedBefore = published();
    await estate.rebuild();
    expect(await state()).toEqual(before);
    expect(published()).toEqual(publishedBefore);
  });

  it('names the rows that are wrong, heals them, and can be undone with what has happened since', async () => {
    const [gone, renamed, since] = [newId(), newId(), newId()];
    await estate.takes([created(gone, 'gone'), created(renamed, 'true name'), created(since, 'since')]);
    const surplus = newId();
    await estate.read('delete from ci_external_id where ci_id = $1', [gone]);
    await estate.read('delete from ci where id = $1', [gone]);
    await estate.read(`update ci set name = 'false name' where id = $1`, [renamed]);
    await estate.read(`insert into relationship values ($1, 'Depends on', $2, $2, null, false, 0)`, [surplus, since]);

    const damage = {
      estate_revision: NOTHING,
      ci: { missing: 1, surplus: 0, changed: 1 },
      ci_external_id: { missing: 1, surplus: 0, changed: 0 },
      relationship: { missing: 0, surplus: 1, changed: 0 },
    };
    const compared = await estate.compare();
    expect(compared.swapped).toBe(false);
    expect(changes(compared)).toEqual(damage);
    expect(compared.tables.flatMap(({ examples }) => examples)).toEqual([
      { key: { id: renamed }, kind: 'changed', columns: ['name'] },
      { key: { id: gone }, kind: 'missing', columns: [] },
      { key: { ci_id: gone, source: 'spec', external_id: 'gone 1' }, kind: 'missing', columns: [] },
      { key: { id: surplus }, kind: 'surplus', columns: [] },
    ]);

    await estate.rebuild();
    const names = async () =>
      (
        await estate.read<{ name: string }>('select name from ci where id = any($1::uuid[]) order by name', [
          [gone, renamed, since],
        ])
      ).map(({ name }) => name);
    expect(await names()).toEqual(['gone', 'since', 'true name']);
    expect(changes(await estate.compare())).toEqual(EQUAL);

    await estate.takes([updated(since, 2, 'since then')]);
    const undone = await undoRebuild(estate.options());
    expect(undone.swapped).toBe(true);
    expect(await names()).toEqual(['false name', 'since then']);
    await estate.takes([updated(since, 3, 'and on')]);
    expect(await names()).toEqual(['and on', 'false name']);

    // What was undone is kept in turn.
    await undoRebuild(estate.options());
    expect(await names()).toEqual(['and on', 'gone', 'true name']);
    expect(changes(await estate.compare())).toEqual(EQUAL);
  });

  it('goes no further than the service is, and leaves the rest to it', async () => {
    const [id, unknown] = [newId(), newId()];
    await estate.takes([created(id, 'first')]);
    const holder = estate.database.createQueryRunner();
    await holder.connect();
    await holder.query('begin');
    // What every decision about signals waits for, the estate's consumer among them.
    await holder.query('select pg_advisory_xact_lock(7403201)');
    await estate.publish([updated(id, 2, 'second'), created(unknown, 'unknown')]);
    try {
      const rebuilt = await estate.rebuild();
      expect(changes(rebuilt)).toEqual(EQUAL);
      expect(rebuilt.swapped).toBe(true);
      expect(await estate.read('select name from ci where id = any($1::uuid[])', [[id, unknown]])).toEqual([
        { name: 'first' },
      ]);
    } finally {
      await holder.query('rollback');
      await holder.release();
    }
    await estate.hasApplied([updated(id, 2, ''), created(unknown, '')]);
    expect(await estate.read('select name from ci where id = any($1::uuid[]) order by 1', [[id, unknown]])).toEqual([
      { name: 'second' },
      { name: 'unknown' },
    ]);
  });

  it('stops at a parked event, as the service does, and says so', async () => {
    const id = newId();
    await estate.takes([created(id, 'parked')]);
    const broken = updated(id, 2, 'broken');
    await estate.publish([
      { ...broken, data: { ...item(id, 2, 'broken'), criticality: 99 } },
      updated(id, 3, 'behind'),
    ]);
    await eventually(async () => {
      const letters = await estate.read('select 1 from dead_letter where aggregate_id = $1', [id]);
      expect(letters).toHaveLength(2);
    });
    const rebuilt = await estate.rebuild();
    expect(changes(rebuilt)).toEqual(EQUAL);
    expect(rebuilt.parkedAggregates).toBe(1);
    expect(await estate.read('select name from ci where id = $1', [id])).toEqual([{ name: 'parked' }]);
  });

  it('is refused while another one is at work', async () => {
    let release: (answer: boolean) => void = () => undefined;
    let isAsked: () => void = () => undefined;
    const asked = new Promise<void>((resolve) => (isAsked = resolve));
    const first = estate.rebuild({
      decide: () => {
        isAsked();
        return new Promise<boolean>((resolve) => (release = resolve));
      },
    });
    await asked;
    await expect(estate.rebuild()).rejects.toThrow('Somebody else is just rebuilding estate');
    await expect(undoRebuild(estate.options())).rejects.toThrow('Somebody else is just rebuilding estate');
    release(true);
    expect(await first).toMatchObject({ swapped: true });
  });

  it('gives up when the tables are in use all the time, and leaves everything as it was', async () => {
    const holder = estate.database.createQueryRunner();
    await holder.connect();
    await holder.query('begin');
    await holder.query('lock table ci in row exclusive mode');
    try {
      await expect(estate.rebuild({ patienceMs: 800 })).rejects.toThrow('The tables of estate were in use for 0.8 s');
    } finally {
      await holder.query('rollback');
      await holder.release();
    }
    expect(await estate.leftovers()).not.toContain('read_model_estate_building');
    const id = newId();
    await estate.takes([created(id, 'afterwards')]);
    expect(changes(await estate.compare())).toEqual(EQUAL);
  });

  it('leaves the living model untouched when it is killed, and the next one clears up', async () => {
    const doomed = await estate.connect('doomed');
    const before = await estate.read(`select md5(string_agg(ci::text, '' order by id)) as items from ci`);
    const killed = estate.rebuild({
      database: doomed,
      decide: async () => {
        await estate.read(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'doomed'`);
        return true;
      },
    });
    await expect(killed).rejects.toThrow();
    await doomed.destroy().catch(() => undefined);
    expect(await estate.leftovers()).toContain('read_model_estate_building');
    expect(await estate.read(`select md5(string_agg(ci::text, '' order by id)) as items from ci`)).toEqual(before);
    expect(await estate.rebuild()).toMatchObject({ swapped: true });
    expect(await estate.leftovers()).toEqual(['read_model_estate_before']);
  });

  it('is refused when something outside refers to its tables', async () => {
    await estate.read('create table spec_outside (ci_id uuid references ci)');
    try {
      await expect(estate.rebuild()).rejects.toThrow(
        'spec_outside refers to ci, and one of them is not part of the model',
      );
    } finally {
      await estate.read('drop table spec_outside');
    }
  });
});

describe('a rebuild of a large estate', () => {
  let estate: Estate;

  beforeAll(async () => {
    estate = await Estate.start();
  });

  afterAll(() => estate.close());

  it('goes on beside writers and readers, who notice nothing', async () => {
    const ids = Array.from({ length: MANY }, () => newId());
    const isOver = { now: false };
    await estate.takes([
      ...ids.map((id, index) => created(id, `many ${index}`)),
      ...ids.map((id, index) => updated(id, 2, `many ${index}`)),
    ]);
    const written = new Map<string, number>();
    const write = async () => {
      for (let turn = 0; !isOver.now; turn++) {
        const id = ids[turn % 50] ?? '';
        const version = (written.get(id) ?? 2) + 1;
        written.set(id, version);
        await estate.takes([updated(id, version, `again ${turn}`)]);
      }
    };
    const looked = ids.slice(0, 500);
    let reads = 0;
    const readOn = async () => {
      while (!isOver.now) {
        // Each item has one external id, whose last word is the version by which both were written.
        const [row] = await estate.read<{ items: number; externals: number }>(
          `select count(*)::int as items, count(e.external_id)::int as externals
           from ci left join ci_external_id e on e.ci_id = ci.id where ci.id = any($1::uuid[])`,
          [looked],
        );
        expect(row).toEqual({ items: looked.length, externals: looked.length });
        reads++;
      }
    };
    const working = Promise.all([write(), readOn(), readOn()]);
    const rebuilding = estate.rebuild().finally(() => {
      isOver.now = true;
    });
    const [rebuilt] = await Promise.all([rebuilding, working]);
    expect(rebuilt.swapped).toBe(true);
    expect(changes(rebuilt)).toEqual(EQUAL);
    expect(reads).toBeGreaterThan(2);
    expect(written.size).toBeGreaterThan(0);
    await estate.hasApplied([...written].map(([id, version]) => updated(id, version, '')));
    expect(changes(await estate.compare())).toEqual(EQUAL);
  }, 300_000);
});

describe('a log that does not hold everything any more', () => {
  let estate: Estate;

  beforeAll(async () => {
    estate = await Estate.start();
  });

  afterAll(() => estate.close());

  it('is refused instead of making a model with a hole', async () => {
    const ids = Array.from({ length: 40 }, () => newId());
    await estate.takes(ids.map((id) => created(id, 'lost')));
    const topic = estate.prefix + domainTopics.ci.name;
    const admin = new Kafka({ brokers: testBrokers(), logLevel: logLevel.NOTHING }).admin();
    await admin.connect();
    try {
      await admin.fetchTopicOffsets(topic);
      await admin.deleteTopicRecords({ topic, partitions: [{ partition: 0, offset: '1' }] });
    } finally {
      await admin.disconnect();
    }
    await expect(estate.rebuild()).rejects.toThrow(
      'itops.ci.v1 has lost its beginning: partition 0 begins at offset 1. A model made from the rest would have a hole',
    );
    await expect(estate.compare()).rejects.toThrow('has lost its beginning');
    expect(await estate.leftovers()).toEqual([]);
    expect(await estate.read('select 1 from ci')).toHaveLength(40);
  });

  it('is refused when it never had what the service has applied', async () => {
    const id = newId();
    const other = await Estate.start();
    await other.read(
      `insert into applied (consumer, aggregate_type, aggregate_id, version)
       values ('incident-svc.estate', 'relationship', $1, 3)`,
      [id],
    );
    await expect(other.rebuild()).rejects.toThrow(`relationship ${id} is at version 3, the log leads to 0`);
    expect(await other.leftovers()).toEqual([]);
    await other.close();
  });
});
