import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class CreateCapacity1790000400001 implements MigrationInterface {
  readonly name = 'CreateCapacity1790000400001';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- What is known of configuration items, from their events.
      create table configuration_item (
        id uuid primary key,
        version int not null,
        class text not null,
        name text not null,
        retired boolean not null
      );
      create index configuration_item_by_name on configuration_item (name);
      create table configuration_item_external_id (
        source text not null,
        external_id text not null,
        ci_id uuid not null references configuration_item on delete cascade,
        primary key (source, external_id, ci_id)
      );
      create index configuration_item_external_id_by_ci on configuration_item_external_id (ci_id);

      create table resource (
        id uuid primary key,
        -- What points are stored under: half as wide as the id.
        series bigint generated always as identity unique,
        -- Digest of the configuration item (or, while it is unknown, the reference to it), metric and labels.
        identity uuid not null unique,
        ci_id uuid,
        ci_reference jsonb not null,
        metric text not null,
        unit text not null,
        labels jsonb not null,
        last_at timestamptz,
        last_value double precision,
        -- Counts the resource's events; points don't change it.
        version int not null default 0,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        created_by text not null,
        -- Up to which point a forecast was tried, and when.
        forecast_tried_to timestamptz,
        forecast_tried_at timestamptz,
        -- Until when one replica has this resource's forecast to itself.
        forecast_lease_until timestamptz
      ) with (fillfactor = 80);
      create index resource_newest on resource (created_at, id);
      create index resource_by_metric on resource (metric, created_at, id);
      create index resource_by_ci on resource (ci_id, created_at, id);
      create index resource_unlinked on resource (ci_reference) where ci_id is null;

      -- Partitions are made for the months that arrive.
      create table point (
        series bigint not null,
        at timestamptz not null,
        value double precision not null,
        primary key (series, at)
      ) partition by range (at);
      create table hourly (
        series bigint not null,
        hour timestamptz not null,
        min double precision not null,
        max double precision not null,
        sum double precision not null,
        count int not null,
        last double precision not null,
        last_at timestamptz not null,
        primary key (series, hour)
      ) partition by range (hour);

      create table threshold (
        id uuid primary key,
        version int not null,
        metric text not null,
        ci_class text,
        ci_id uuid,
        labels jsonb not null,
        comparator text not null check (comparator in ('>', '<')),
        value double precision not null,
        for_minutes int not null check (for_minutes >= 0),
        predict_days int check (predict_days > 0),
        severity text not null check (severity in ('critical', 'error', 'warning', 'info')),
        -- Since when it reads as it does: forecasts from before have to be compared again.
        ruled_at timestamptz not null,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        created_by text not null
      );
      create index threshold_newest on threshold (created_at, id);
      create index threshold_by_metric on threshold (metric);

      -- Since when a resource is beyond a threshold; no row while it isn't.
      create table threshold_watch (
        resource_id uuid not null,
        threshold_id uuid not null,
        beyond_since timestamptz not null,
        primary key (resource_id, threshold_id)
      );
      create index threshold_watch_by_threshold on threshold_watch (threshold_id);

      create table breach (
        id uuid primary key,
        version int not null,
        resource_id uuid not null,
        ci_id uuid not null,
        metric text not null,
        unit text not null,
        labels jsonb not null,
        threshold_id uuid not null,
        comparator text not null,
        threshold_value double precision not null,
        severity text not null,
        kind text not null check (kind in ('current', 'predicted')),
        state text not null check (state in ('open', 'cleared')),
        value double precision not null,
        detected_at timestamptz not null,
        expected_at timestamptz,
        earliest_at timestamptz,
        latest_at timestamptz,
        model text,
        cleared_at timestamptz,
        misses int not null,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        check ((state = 'cleared') = (cleared_at is not null))
      );
      create unique index breach_one_open on breach (resource_id, threshold_id, kind) where state = 'open';
      create index breach_open_by_threshold on breach (threshold_id) where state = 'open';
      create index breach_newest on breach (detected_at, id);
      create index breach_by_state on breach (state, detected_at, id);
      create index breach_by_ci on breach (ci_id, detected_at, id);
      create index breach_by_resource on breach (resource_id, detected_at, id);

      -- The newest forecast of each resource.
      create table forecast (
        resource_id uuid primary key,
        model text not null,
        step_ms bigint not null,
        trained_from timestamptz not null,
        trained_to timestamptz not null,
        trained_points int not null,
        mase double precision not null,
        smape double precision not null,
        holdout int not null,
        means double precision[] not null,
        lowers double precision[] not null,
        uppers double precision[] not null,
        created_at timestamptz not null
      );
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop table forecast;
      drop table breach;
      drop table threshold_watch;
      drop table threshold;
      drop table hourly;
      drop table point;
      drop table resource;
      drop table configuration_item_external_id;
      drop table configuration_item;
    `);
  }
}
