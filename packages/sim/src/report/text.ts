/** Figures as text. */

import type { Outcome } from '../play/run.js';
import type { Figures } from './figures.js';

/** The figures for people, a line each. */
export function textOf(figures: Figures): string {
  const { seeds, spaces, checkIns, stamps, rounds, bytesPerStampAndNode, violations } = figures;
  const lines = [
    `${seeds} ${seeds === 1 ? 'seed' : 'seeds'}: ${spaces.min} to ${spaces.max} spaces, ${checkIns} check-ins, ${stamps} stamps`,
    `events: ${listed(figures.events)}`,
    `faults of the line: ${listed(figures.faults)}`,
    `rounds until all was equal: ${rounds.median} (median), ${rounds.p99} (99 of 100)`,
    ...rounds.byLog2Nodes.map(
      ({ log2Nodes, runs, median, p99 }) =>
        `  about 2^${log2Nodes} nodes, ${runs} runs: ${median} (median), ${p99} (99 of 100)`,
    ),
    `bytes per stamp and node: ${bytesPerStampAndNode.median} (median), ${bytesPerStampAndNode.p99} (99 of 100)`,
    `violations: ${violations.length}`,
    ...violations.map(({ seed, invariant, text }) => `  seed ${seed}: ${invariant}: ${text}`),
  ];
  return `${lines.join('\n')}\n`;
}

/** What became of one story, for people, a line each; whether all held stands last. */
export function outcomeText(outcome: Outcome): string {
  const { spaces, checkIns, stamps, rounds, violations } = outcome;
  const together = rounds === null ? 'never all equal' : `all equal ${afterRounds(rounds)}`;
  const lines = [
    '',
    `${spaces} spaces, ${checkIns} check-ins, ${stamps} stamps, ${together}`,
    `events: ${listed(outcome.counts)}`,
    `faults of the line: ${listed(outcome.faults)}`,
    ...(violations.length === 0
      ? ['All held.']
      : [
          `violations: ${violations.length}`,
          ...violations.map(({ invariant, text }) => `  ${invariant}: ${text}`),
        ]),
  ];
  return `${lines.join('\n')}\n`;
}

/** How soon all nodes were equal. */
export function afterRounds(rounds: number): string {
  return `after ${rounds} ${rounds === 1 ? 'round' : 'rounds'}`;
}

function listed(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');
}
