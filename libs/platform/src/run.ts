import { setSourceMapsSupport } from 'node:module';

import { registerTelemetry } from './telemetry/telemetry';

/**
 * The whole of a service's `main.ts`. Telemetry is registered before the service's code, and with it `http` and `pg`, is loaded.
 * A configuration that is not valid ends the process with a message that names every bad value.
 */
export function runService(name: string, load: () => Promise<{ run: () => Promise<void> }>): void {
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
