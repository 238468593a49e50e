import type { ChainSummary } from './chain-check.mts';
import { inWords } from './findings.mts';
import type { Verdict } from './verify-export.mts';

const MOST_SHOWN = 10;

/** What was checked, what was found first, and what that proves. */
export function report(verdict: Verdict, withKeys: boolean, witnesses: number): string {
  const { findings, chains, rows } = verdict;
  const [first, ...others] = findings;
  return [
    `Checked ${rows} rows of ${chains.length} chains, exported at ${verdict.madeAt ?? 'an unknown time'}.`,
    ...chains.map(aboutChain),
    ...twice(chains),
    '',
    ...(first === undefined
      ? [
          'No row was changed, removed, inserted, moved or cut off, as far as this can tell:',
          ...proven(verdict, withKeys),
        ]
      : [`FIRST: ${inWords(first)}`, ...others.slice(0, MOST_SHOWN).map((finding) => `  then: ${inWords(finding)}`)]),
    ...(others.length > MOST_SHOWN ? [`  and ${others.length - MOST_SHOWN} more`] : []),
    '',
    'What this does not prove:',
    ...unproven(verdict, withKeys, witnesses).map((line) => `  - ${line}`),
  ].join('\n');
}

function aboutChain({ service, chain, first, last, withoutContent, attested }: ChainSummary): string {
  const about = [
    `rows ${first} to ${last}`,
    attested === null
      ? 'attested by no checkpoint'
      : `attested up to row ${attested.seq} at ${attested.at}${attested.keyId === null ? ', unsigned' : ` by key ${attested.keyId}`}`,
    ...(withoutContent === 0 ? [] : [`${withoutContent} without content (erased, or too large to be exported)`]),
  ];
  return `  ${service} (chain ${chain}): ${about.join('; ')}.`;
}

/** A service that begins anew has lost its database, or somebody wants to be rid of the old chain. */
function twice(chains: readonly ChainSummary[]): string[] {
  return [...Map.groupBy(chains, ({ service }) => service)].flatMap(([service, of]) =>
    of.length < 2 ? [] : [`  NOTE: ${service} has ${of.length} chains: its database was replaced. Ask why.`],
  );
}

function proven({ chains }: Verdict, withKeys: boolean): string[] {
  const beyond = chains.reduce((sum, { last, attested }) => sum + last - (attested?.seq ?? 0), 0);
  return [
    '  - each row is what was sealed, and stands where it was sealed;',
    withKeys
      ? '  - whoever held the signing key had seen exactly these rows when the newest checkpoint of each chain was signed.'
      : '  - the rows agree with the checkpoints that were given; their signatures were not checked (give --keys).',
    ...(beyond === 0 ? [] : [`  - ${beyond} rows are newer than that: linked to each other, but not attested yet.`]),
  ];
}

function unproven({ isPartial }: Verdict, withKeys: boolean, witnesses: number): string[] {
  return [
    'that what was written was true, or that a row was not changed in the second before it was sealed;',
    withKeys
      ? 'anything against somebody who has the signing key and every place to which checkpoints went;'
      : 'anything against somebody who could make the whole chain anew: without the keys nobody could tell;',
    ...(witnesses > 0
      ? []
      : [
          'that nothing was cut off at the end: give --checkpoints from a place of their own (a file, a dump of Kafka);',
        ]),
    ...(isPartial ? ['anything about rows outside of the time that was exported;'] : []),
    'that a service without any row here has none.',
  ];
}
