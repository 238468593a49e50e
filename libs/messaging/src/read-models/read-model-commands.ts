import { createInterface } from 'node:readline/promises';

import { type INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { EventTransport } from '../port';
import { reasonOf } from '../waiting';
import { isEqual, type TableComparison } from './comparison';
import { type ReadModel } from './read-model';
import { forgetBefore, rebuildReadModel, type Rebuilt, type RebuildOptions, undoRebuild, whatIsKept } from './rebuild';
import { Refused } from './refusals';
import { comparisonLines, ProgressLine, summaryLines } from './report';

/** What a process ends with. */
const EXIT = { done: 0, differs: 1, refused: 2 } as const;
type ExitCode = (typeof EXIT)[keyof typeof EXIT];

export type ReadModelCommand = (app: INestApplicationContext, args: readonly string[]) => Promise<number>;

/** What a process of a service can do with its read models instead of serving, by the name of the argument. */
export function readModelCommands(models: readonly ReadModel[]): Record<string, ReadModelCommand> {
  const command =
    (work: (given: Given) => Promise<ExitCode>): ReadModelCommand =>
    (app, args) =>
      explained(() => {
        const { model, isSure } = parse(models, args);
        return prepared(app, (database, transport) => work({ database, transport, model, isSure }));
      });
  return {
    'list-read-models': (app) => explained(() => prepared(app, (database) => list(database, models))),
    'rebuild-read-model': command((given) => change(given, rebuildReadModel)),
    'undo-read-model': command((given) => change(given, undoRebuild)),
    'compare-read-model': command(compare),
    'forget-read-model': command(async ({ database, model }) => {
      await forgetBefore({ database, model });
      say(`${model.name}: the last rebuild can't be undone any more.`);
      return EXIT.done;
    }),
  };
}

interface Given {
  readonly database: DataSource;
  readonly transport: EventTransport;
  readonly model: ReadModel;
  /** Whether nobody has to be asked. */
  readonly isSure: boolean;
}

async function list(database: DataSource, models: readonly ReadModel[]): Promise<ExitCode> {
  for (const model of models) {
    const kept = await whatIsKept({ database, model });
    const notes = [
      ...(kept.before ? ['the last rebuild can be undone'] : []),
      ...(kept.building ? ['being rebuilt, or a rebuild was killed'] : []),
    ];
    say(
      `${model.name}: ${Object.keys(model.tables).join(', ')}; fed by ${model.consumer} from ${model.topics.join(', ')}`,
    );
    for (const note of notes) say(`  ${note}`);
  }
  return EXIT.done;
}

async function compare(given: Given): Promise<ExitCode> {
  const { tables } = await run(given, rebuildReadModel, () => false);
  return isEqual(tables) ? EXIT.done : EXIT.differs;
}

async function change(given: Given, work: typeof rebuildReadModel): Promise<ExitCode> {
  const { isSure, model } = given;
  if (!isSure && !process.stdin.isTTY) throw new Refused('Nobody is there to be asked: say --yes');
  const { swapped } = await run(given, work, () => isSure || confirm(`Put these tables in place of the living ones?`));
  say(
    swapped
      ? `${model.name}: swapped; npm run read-model -- undo brings the former tables back.`
      : 'Nothing was changed.',
  );
  return swapped ? EXIT.done : EXIT.differs;
}

async function run(
  { database, transport, model }: Given,
  work: typeof rebuildReadModel,
  decide: RebuildOptions['decide'],
): Promise<Rebuilt> {
  const progress = new ProgressLine(process.stdout);
  const rebuilt = await work({
    database,
    transport,
    model,
    onProgress: (now) => progress.show(now),
    decide: (tables: readonly TableComparison[]) => {
      progress.end();
      for (const line of comparisonLines(tables)) say(line);
      return decide(tables);
    },
  });
  for (const line of summaryLines(rebuilt)) say(line);
  return rebuilt;
}

async function confirm(question: string): Promise<boolean> {
  const asking = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return /^y(es)?$/i.test((await asking.question(`${question} [y/N] `)).trim());
  } finally {
    asking.close();
  }
}

/** Database and broker of the service, without any of its work. */
async function prepared(
  app: INestApplicationContext,
  work: (database: DataSource, transport: EventTransport) => Promise<ExitCode>,
): Promise<ExitCode> {
  const database = app.get(DataSource);
  const transport = app.get(EventTransport);
  try {
    await connected(database);
    if (await database.showMigrations()) {
      throw new Refused('The database lacks migrations of this version. Start the service once; it applies them.');
    }
    return await work(database, transport);
  } finally {
    await transport.close();
    if (database.isInitialized) await database.destroy();
  }
}

async function connected(database: DataSource): Promise<void> {
  try {
    await database.initialize();
  } catch (error) {
    throw new Refused(`${NO_DATABASE}: ${reasonOf(error)}`);
  }
}

const NO_DATABASE =
  "The database can't be reached. Start the platform (npm start) or its database, or set DATABASE_URL to where it is";

async function explained(work: () => Promise<ExitCode>): Promise<ExitCode> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    process.stderr.write(`${error.message}\n`);
    return EXIT.refused;
  }
}

function parse(models: readonly ReadModel[], args: readonly string[]): { model: ReadModel; isSure: boolean } {
  const [name, ...options] = args;
  const model = models.find((one) => one.name === name);
  const known = models.map((one) => one.name).join(', ');
  if (model === undefined) throw new Refused(`'${name ?? ''}' is no read model of this service; there are ${known}`);
  const unknown = options.filter((option) => option !== '--yes');
  if (unknown.length > 0) throw new Refused(`${unknown.join(' ')} is not understood; there is --yes`);
  return { model, isSure: options.includes('--yes') };
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
