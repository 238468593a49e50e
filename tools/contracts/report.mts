import { type Contract, type Problem, versionOf } from './release.mts';

export interface Findings {
  readonly command: 'check' | 'release';
  readonly problems: readonly Problem[];
  readonly unreleased: readonly Contract[];
  /** How many released versions were compared, and how many events. */
  readonly versions: number;
  readonly events: number;
}

export interface Report {
  readonly ok: boolean;
  readonly text: string;
}

export function report({ command, problems, unreleased, versions, events }: Findings): Report {
  if (problems.length > 0) {
    const blocks = [...Map.groupBy(problems, headingOf)].map(([heading, found]) =>
      [
        heading,
        ...found.map(
          ({ pointer, rule, detail, nextStep }) => `  ${pointer || '/'}: ${detail} [${rule}]\n    → ${nextStep}`,
        ),
      ].join('\n'),
    );
    const count = `${problems.length} ${problems.length === 1 ? 'change of an event is' : 'changes of events are'} refused:`;
    return { ok: false, text: [count, ...blocks].join('\n') };
  }
  const names = unreleased.map((contract) => `  ${contract.type} ${versionOf(contract)}`);
  if (names.length > 0 && command === 'check') {
    return {
      ok: false,
      text: ['Compatible, but not released yet. Run: npm run contracts -- release', ...names].join('\n'),
    };
  }
  if (names.length > 0) return { ok: true, text: ['Released. Commit libs/contracts/released:', ...names].join('\n') };
  return { ok: true, text: `${events} events are compatible with all of their ${versions} released versions` };
}

function headingOf({ type, against }: Problem): string {
  return against === undefined ? type : `${type}, against the released version ${against}`;
}
