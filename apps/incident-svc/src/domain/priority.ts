/** Impact or urgency: 1 high, 2 medium, 3 low. */
export type Level = 1 | 2 | 3;

/** Priority: 1 critical, 2 high, 3 moderate, 4 low, 5 planning. */
export type Priority = 1 | 2 | 3 | 4 | 5;

const PRIORITIES: readonly Priority[] = [1, 2, 3, 4, 5];
const LEVELS: readonly Level[] = [1, 2, 3];

/** Rows are impacts 1 to 3, columns urgencies 1 to 3. */
export class PriorityMatrix {
  private constructor(private readonly rows: readonly (readonly Priority[])[]) {}

  static readonly default = PriorityMatrix.parse('1,2,3;2,3,4;3,4,5');

  /** Reads `1,2,3;2,3,4;3,4,5`. @throws RangeError when it is not three rows of three numbers from 1 to 5. */
  static parse(text: string): PriorityMatrix {
    const rows = text.split(';').map((row) => row.split(',').map((cell) => toPriority(cell.trim())));
    if (rows.length !== 3 || rows.some((row) => row.length !== 3)) {
      throw new RangeError('must have three rows of three numbers, as in 1,2,3;2,3,4;3,4,5');
    }
    return new PriorityMatrix(rows);
  }

  priorityOf(impact: Level, urgency: Level): Priority {
    const priority = this.rows[impact - 1]?.[urgency - 1];
    if (priority === undefined) throw new RangeError(`no priority for impact ${impact} and urgency ${urgency}`);
    return priority;
  }
}

function toPriority(text: string): Priority {
  const priority = PRIORITIES.find((known) => String(known) === text);
  if (priority === undefined) throw new RangeError(`'${text}' is no priority from 1 to 5`);
  return priority;
}

/** @throws RangeError when it is none of 1, 2, 3. */
export function toLevel(value: number): Level {
  const level = LEVELS.find((known) => known === value);
  if (level === undefined) throw new RangeError(`${value} is no level from 1 to 3`);
  return level;
}
