import { setSourceMapsSupport } from 'node:module';

import { registerTelemetry } from './telemetry/telemetry';

/**
 * The whole of a service's `main.ts`. Telemetry is registered before the service's code, and with it `http` and `pg`, is loaded.
 * A configuration that is not valid ends the process with a message that names every bad value.
 */
export function runService(name: string, load: () => Promise<{ run: () => Promise<void> }>): void {
  requireNode();
  // Stacks name our own lines; the maps of all packages would cost 15 MB.
  setSourceMapsSupport(true, { nodeModules: false });
  registerTelemetry(process.argv[2] === 'relay' ? `${name}-relay` : name, process.env);
  load()
    .then((service) => service.run())
    .catch((error: unknown) => {
      const text =
        error instanceof Error
          ? error.name === 'ConfigError'
            ? error.message
            : (error.stack ?? error.message)
          : String(error);
      process.stderr.write(`${name} can not start. ${text}\n`);
      process.exit(1);
    });
}

const OLDEST_NODE = [22, 22] as const;

function requireNode(): void {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  process.stderr.write(
    `This is Node ${process.versions.node}; a service needs ${OLDEST_NODE.join('.')} or later, such as node_modules/.bin/node.\n`,
  );
  process.exit(1);
}
