/** Breakages of stamps, limits and grants. */

import type { Breakage } from './breakage.js';

const DESK = 'node/dist/engine/desk/desk.js';
const GRANTS = 'node/dist/engine/home/grants.js';
const LOOKUP = 'protocol/dist/stamps/lookup.js';
const ALLOWANCES = 'protocol/dist/terms/allowances.js';

export const COUNTING: readonly Breakage[] = [
  {
    name: 'limit-off-by-one',
    sentence: 'allows one free day more than the terms',
    file: ALLOWANCES,
    from: 'if (leftOf(measured) < measured.need)',
    to: 'if (leftOf(measured) + 2 < measured.need)',
  },
  {
    name: 'stamp-on-every-scan',
    sentence: 'writes a second stamp when a member comes back on the same day',
    file: DESK,
    from: 'if (judgement.verdict.sameDay)\n',
    to: 'if (false)\n',
  },
  {
    name: 'lookup-stops-early',
    sentence: 'sees what stands under the first index of a visa, and nothing else',
    file: LOOKUP,
    from: 'if (place.k > highest + LOOKUP_MISSES_MAX)',
    to: 'if (place.k > 0)',
  },
  {
    name: 'marker-without-number',
    sentence: 'derives markers from the index alone, so that anybody can link visits',
    file: 'protocol/dist/stamps/markers.js',
    from: 'hash(concatBytes(STAMP_LABEL, visaNumber, encodeUint32(k)))',
    to: 'hash(concatBytes(STAMP_LABEL, encodeUint32(k)))',
  },
  {
    name: 'usage-not-counted-by-home',
    sentence: 'gives grants without counting the visits that were',
    file: GRANTS,
    from: 'usage: { days: known.all.flatMap(({ usage }) => usage.days) },',
    to: 'usage: { days: [] },',
  },
  {
    name: 'home-counted-by-one',
    sentence: 'counts one visit a day of all that members of a home made to a host',
    file: 'node/dist/engine/desk/check/home-days.js',
    from: 'const known = byDate.get(day) ?? ',
    to: 'const known = ',
  },
  {
    name: 'void-of-another-log',
    sentence: 'lets a void cancel the stamp of that index in every log',
    file: 'store/dist/memory/logs.js',
    from: '    addVoid(log, index, item);',
    to: '    for (const one of state.logs.values()) addVoid(one, index, item);',
  },
  {
    name: 'old-code-taken',
    sentence: 'takes a presentation however old it is',
    file: 'protocol/dist/visa/check.js',
    from: 'if (instant > time + PRESENTATION_LATE_SECONDS)',
    to: 'if (false)',
  },
];
