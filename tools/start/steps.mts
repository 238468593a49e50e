import { Listr, type ListrTask, PRESET_TIMER } from 'listr2';
import { build } from './build.mts';
import type { Platform } from './platform.mts';
import { GATEWAY, SERVICES } from './topology.mts';

type Context = Record<string, never>;

/** The start in the order in which it happens; what does not need one another goes side by side. */
export async function runSteps(platform: Platform, root: string): Promise<void> {
  const { kafka, postgres } = platform.titles;
  const servers: ListrTask<Context>[] = [
    {
      title: 'Build',
      task: async (_, task) => {
        if ((await build(root, platform.signal)) === 'unchanged') task.title = 'Build (unchanged)';
      },
    },
    { title: `${postgres}: start`, task: () => platform.startPostgres().then(() => platform.createDatabases()) },
    {
      title: kafka,
      task: (_, task) =>
        task.newListr(
          [
            { title: 'Kafka: fetch', task: () => platform.prepareKafka() },
            { title: 'Kafka: start', task: () => platform.startKafka() },
          ],
          { concurrent: false, exitOnError: true },
        ),
    },
  ];
  const services = SERVICES.map((spec): ListrTask<Context> => ({
    title: spec.name,
    task: () => platform.startService(spec),
  }));

  const relays = [...SERVICES, GATEWAY].map((spec): ListrTask<Context> => ({
    title: `${spec.name}-relay`,
    task: () => platform.startRelay(spec),
  }));

  await new Listr<Context>(
    [
      { title: 'Build and servers', task: (_, task) => task.newListr(servers, { concurrent: true }) },
      { title: 'Services', task: (_, task) => task.newListr(services, { concurrent: true }) },
      { title: GATEWAY.name, task: () => platform.startService(GATEWAY) },
      {
        title: 'Relays (RELAY=separate)',
        enabled: () => process.env['RELAY'] === 'separate',
        task: (_, task) => task.newListr(relays, { concurrent: true }),
      },
    ],
    {
      // Ctrl-C is ours: what has been started is stopped in order.
      registerSignalListeners: false,
      renderer: 'default',
      rendererOptions: { timer: PRESET_TIMER, collapseSubtasks: false, collapseErrors: false, showErrorMessage: false },
      fallbackRendererOptions: { timer: PRESET_TIMER },
    },
  ).run();
}
