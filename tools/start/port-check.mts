import { isPortFree } from '../../infra/embedded/ports.mts';
import { portOf, UserError } from './topology.mts';

export interface NeededPort {
  readonly component: string;
  readonly portVariable: string;
  readonly defaultPort: number;
}

/** Says all ports at once that are taken, and how to change each. */
export async function requireFreePorts(needed: readonly NeededPort[]): Promise<void> {
  const problems: string[] = [];
  const seen = new Map<number, NeededPort>();
  for (const spec of needed) {
    const port = portOf(spec);
    const other = seen.get(port);
    seen.set(port, spec);
    if (other) {
      problems.push(
        `Port ${port} is set for both ${other.component} (${other.portVariable}) and ${spec.component} (${spec.portVariable}).`,
      );
    } else if (!(await isPortFree(port))) {
      problems.push(
        `Port ${port}, which ${spec.component} needs, is taken by another program; ` +
          `choose another with ${spec.portVariable}, for example: ${spec.portVariable}=${port + 1000} npm start`,
      );
    }
  }
  if (problems.length > 0) throw new UserError(problems.join('\n'));
}
