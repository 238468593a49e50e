import { IllegalTransition } from './errors';

/** One row of a transition table: the action moves from any state of `from` to `to` (`'same'` stays where it is). */
export interface Transition<State extends string> {
  readonly from: readonly State[];
  readonly to: State | 'same';
  /** What the action means, for the docs. */
  readonly meaning: string;
  /** The platform makes the move by itself: nobody may ask for it, so it is never among `allowedActions`. */
  readonly by?: 'platform';
}

export interface LifecycleTable<State extends string, Action extends string> {
  readonly name: string;
  readonly initial: State;
  readonly states: readonly State[];
  readonly transitions: Readonly<Record<Action, Transition<State>>>;
}

/**
 * The life cycle of a resource, made from one table. Guards, `allowedActions`, the database check,
 * the OpenAPI enum and the diagram in the docs all come from it.
 */
export class Lifecycle<State extends string, Action extends string> {
  readonly name: string;
  readonly initial: State;
  readonly states: readonly State[];
  readonly actions: readonly Action[];

  constructor(private readonly table: LifecycleTable<State, Action>) {
    this.name = table.name;
    this.initial = table.initial;
    this.states = table.states;
    this.actions = keysOf(table.transitions);
  }

  allows(state: State, action: Action): boolean {
    return this.table.transitions[action].from.includes(state);
  }

  /** What may be asked for in this state. */
  allowedActions(state: State): Action[] {
    return this.actions.filter(
      (action) => this.allows(state, action) && this.table.transitions[action].by !== 'platform',
    );
  }

  /**
   * The state after `action`.
   * @param allowedActions those of the whole resource, where it has more than this life cycle
   * @throws IllegalTransition with the moves that are allowed.
   */
  next(state: State, action: Action, allowedActions: readonly string[] = this.allowedActions(state)): State {
    if (!this.allows(state, action)) throw new IllegalTransition(this.name, state, action, allowedActions);
    const { to } = this.table.transitions[action];
    return to === 'same' ? state : to;
  }

  isAction(text: string): text is Action {
    return this.actions.some((action) => action === text);
  }

  isState(text: string): text is State {
    return this.states.some((state) => state === text);
  }

  /** The condition for a database CHECK constraint. */
  sqlCheck(column: string): string {
    return `${column} in (${this.states.map((state) => `'${state}'`).join(', ')})`;
  }

  /** A Mermaid state diagram; actions that move nothing are left out. */
  toMermaid(): string {
    const arrows = this.actions.flatMap((action) => {
      const { from, to } = this.table.transitions[action];
      return to === 'same' ? [] : from.map((state) => `  ${state} --> ${to}: ${action}`);
    });
    const final = this.states.filter((state) => !arrows.some((arrow) => arrow.startsWith(`  ${state} -->`)));
    return [
      'stateDiagram-v2',
      `  [*] --> ${this.initial}`,
      ...arrows,
      ...final.map((state) => `  ${state} --> [*]`),
    ].join('\n');
  }

  /** A Markdown table of every action. */
  toMarkdown(): string {
    const rows = this.actions.map((action) => {
      const { from, to, meaning } = this.table.transitions[action];
      return `| \`${action}\` | ${from.join(', ')} | ${to === 'same' ? '(stays)' : to} | ${meaning} |`;
    });
    return ['| action | from | to | meaning |', '|---|---|---|---|', ...rows].join('\n');
  }
}

export function defineLifecycle<State extends string, Action extends string>(
  table: LifecycleTable<State, Action>,
): Lifecycle<State, Action> {
  return new Lifecycle(table);
}

function keysOf<Key extends string>(record: Readonly<Record<Key, unknown>>): Key[] {
  const keys: Key[] = [];
  for (const key in record) keys.push(key);
  return keys;
}
