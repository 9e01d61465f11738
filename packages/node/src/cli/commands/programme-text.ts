/** A programme as the command line shows it. */

import type { ProgrammeView } from '../../engine/services.js';
import type { Json } from '../client.js';
import { instant, pairs, table } from '../text.js';

export type ProgrammeJson = Json<ProgrammeView>;

type DraftJson = ProgrammeJson['drafts'][number];
type SiblingJson = ProgrammeJson['siblings'][number]['rosters'][number];

function spacesTable(programme: ProgrammeJson): string {
  const rows = programme.spaces.map((one) => [
    one.name ?? `${one.space.slice(0, 8)}… (name not known yet)`,
    one.silent ? `${one.standing}, silent` : one.standing,
    one.space,
  ]);
  return table(['space', 'standing', 'id'], rows, 'No spaces yet.');
}

/** What a roster says anew, besides spaces and terms. */
function settingsText({ name, purpose, threshold, endorsements }: DraftJson['sets']) {
  return [
    ...(name === undefined ? [] : [`names it "${name}"`]),
    ...(purpose === undefined ? [] : [`says "${purpose}" of its purpose`]),
    ...(threshold === undefined ? [] : [`lets the next rosters need ${votesText(threshold)}`]),
    ...(endorsements === undefined ? [] : [`admits by ${endorsements} endorsements`]),
  ];
}

function votesText(threshold: number | null): string {
  return threshold === null ? 'votes by the default rule' : `${threshold} votes`;
}

function draftText(one: DraftJson): string {
  const changes = [
    `adds ${one.add.length}, removes ${one.remove.length}`,
    ...(one.changesTerms ? ['changes the terms'] : []),
    ...settingsText(one.sets),
    ...(one.silent.length > 0 ? [`does not count ${one.silent.length} silent`] : []),
  ];
  const ours = one.signedByUs ? ', one of them ours' : '';
  const head = `roster ${one.version} (${one.roster})`;
  return `${head}: ${one.votes} of ${one.needed} votes${ours}; ${changes.join(', ')}`;
}

function applicantText(one: ProgrammeJson['applicants'][number]): string {
  const who = `${one.name ?? one.space} ${one.again ? 'applies again' : 'applies'}`;
  const ours = one.endorsedByUs ? ', one of them ours' : '';
  return `${who}: ${one.endorsements} of ${one.needed} endorsements${ours}`;
}

/** What only this one says or has. */
function siblingText(one: SiblingJson, others: readonly SiblingJson[]): string {
  const isElsewhere = (space: string) =>
    others.every(({ members }) => members.some((member) => member.space === space));
  const own = one.members.filter(({ space }) => !isElsewhere(space));
  const terms = JSON.stringify(one.terms);
  const isSame = others.every((other) => JSON.stringify(other.terms) === terms);
  return [
    `${one.followed ? 'followed' : 'not followed'}: ${one.roster}`,
    `  "${one.name}", of ${instant(one.time)}, ${one.members.length} members, ${one.voters.length} votes`,
    ...own.map(({ space, name }) => `  only here: ${name ?? space}`),
    ...(isSame ? [] : one.termsInWords.map((sentence) => `  ${sentence}`)),
  ].join('\n');
}

function siblingsText(programme: ProgrammeJson): readonly string[] {
  return programme.siblings.map(({ version, rosters }) => {
    const each = rosters.map((one) =>
      siblingText(
        one,
        rosters.filter((other) => other !== one),
      ),
    );
    const heading = `${rosters.length} ROSTERS OF NUMBER ${version} HOLD`;
    const next = 'Follow another one by: covisa programme choose <roster>';
    return [heading, ...each, next].join('\n');
  });
}

function listText(heading: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [[heading, ...lines.map((line) => `- ${line}`)].join('\n')];
}

function votesNeeded({ founded, votesNeeded, threshold, members }: ProgrammeJson): string {
  if (!founded) return 'of all founders';
  const rule = threshold === null ? 'by the default rule' : `as set: ${threshold}`;
  return `${votesNeeded} of ${members}, ${rule}`;
}

/** The whole of it. */
export function programmeText(programme: ProgrammeJson): string {
  const head = pairs([
    ['programme', programme.name],
    ['id', programme.id],
    ['purpose', programme.purpose],
    ['founded', programme.founded],
    ['our standing', programme.standing],
    ['roster', programme.rosterVersion],
    ['votes needed', votesNeeded(programme)],
    ['endorsements', programme.endorsements],
  ]);
  const { termsFrom, termsInWords, applicants, drafts, rivals, resting } = programme;
  const heading = termsFrom === null ? 'TERMS' : `TERMS (from ${termsFrom} on)`;
  const terms = [heading, ...termsInWords.map((sentence) => `- ${sentence}`)].join('\n');
  return [
    head,
    spacesTable(programme),
    terms,
    ...siblingsText(programme),
    ...listText('WAITS FOR A DECISION', [
      ...applicants.map(applicantText),
      ...drafts.map(draftText),
    ]),
    ...listText('TO WHICH A VOTE CAN STILL MOVE (covisa programme sign --roster)', [
      ...rivals.map(draftText),
    ]),
    ...listText('HOLDS ONLY WHILE MEMBERS STAY SILENT (covisa programme sign --roster ends that)', [
      ...resting.map(draftText),
    ]),
  ].join('\n\n');
}
