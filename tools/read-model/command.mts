import { type ServiceSpec, UserError } from '../start/topology.mts';

const USAGE = `Usage:
  npm run read-model -- list [SERVICE]
  npm run read-model -- compare SERVICE MODEL         is the living model what the log makes of it?
  npm run read-model -- rebuild SERVICE MODEL [--yes] makes it again beside itself, compares, asks, swaps
  npm run read-model -- undo SERVICE MODEL [--yes]    brings back what the last rebuild has replaced
  npm run read-model -- forget SERVICE MODEL          drops what the last rebuild has replaced

Ends with 0 when done or equal, 1 when it differs or was not wanted, 2 when it was refused.`;

/** What a user does, and the argument under which a service's process knows it. */
const COMMANDS = new Map([
  ['compare', 'compare-read-model'],
  ['rebuild', 'rebuild-read-model'],
  ['undo', 'undo-read-model'],
  ['forget', 'forget-read-model'],
]);

export interface Command {
  /** One after the other. */
  readonly services: readonly ServiceSpec[];
  /** For each service's process. */
  readonly args: readonly string[];
}

/** Reads the words of a command line. @throws UserError with the usage */
export function commandOf(words: readonly string[], known: readonly ServiceSpec[]): Command {
  const [verb = '', service, model, ...options] = words;
  const isYes = options.length === 0 || (options.length === 1 && options[0] === '--yes');
  if (verb === 'list' && model === undefined) {
    const services = service === undefined ? known : [named(service, known)];
    return { services, args: ['list-read-models'] };
  }
  const name = COMMANDS.get(verb);
  if (name === undefined || service === undefined || model === undefined || !isYes) throw new UserError(USAGE);
  return { services: [named(service, known)], args: [name, model, ...options] };
}

function named(name: string, known: readonly ServiceSpec[]): ServiceSpec {
  const spec = known.find((one) => one.name === name);
  if (spec !== undefined) return spec;
  throw new UserError(`'${name}' has no read models; services are ${known.map((one) => one.name).join(', ')}.`);
}
