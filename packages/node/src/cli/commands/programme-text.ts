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

/** What a roster says anew, besides spaces and terms; a founding leaves much to the rules. */
function settingsText({ version, sets }: DraftJson): readonly string[] {
  const { name, purpose, threshold, endorsements } = sets;
  const isFounding = version === 0;
  return [
    ...(name === undefined ? [] : [`names it "${name}"`]),
    ...(purpose === undefined || (isFounding && purpose === '') ? [] : [purposeText(purpose)]),
    ...(threshold === undefined || (isFounding && threshold === null)
      ? []
      : [`lets the next rosters need ${votesText(threshold)}`]),
    ...(endorsements === undefined ? [] : [`admits by ${counted(endorsements, 'endorsement')}`]),
  ];
}

function purposeText(purpose: string): string {
  return purpose === '' ? 'takes its purpose away' : `says "${purpose}" of its purpose`;
}

function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}

function votesText(threshold: number | null): string {
  return threshold === null ? 'votes by the default rule' : counted(threshold, 'vote');
}

function draftText(one: DraftJson): string {
  const changes = [
    ...(one.add.length > 0 ? [`adds ${one.add.length}`] : []),
    ...(one.remove.length > 0 ? [`removes ${one.remove.length}`] : []),
    ...(one.changesTerms ? [one.version === 0 ? 'sets the terms' : 'changes the terms'] : []),
    ...settingsText(one),
    ...(one.silent.length > 0 ? [`does not count ${one.silent.length} silent`] : []),
  ];
  const ours = one.signedByUs ? ', one of them ours' : '';
  const head = `roster ${one.version} (${one.roster})`;
  return `${head}: ${one.votes} of ${one.needed} votes${ours}; ${changes.join(', ') || 'changes nothing'}`;
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

/** As many as there are members are enough where there are fewer. */
function endorsementsText({ founded, endorsements, members }: ProgrammeJson): string | number {
  const now = Math.max(1, members);
  if (!founded || now >= endorsements) return endorsements;
  const are = members === 1 ? 'is one member' : `are ${members} members`;
  return `${endorsements} (now ${now}, as there ${are})`;
}

/**
 * That our vote has moved between two looks at a programme, which it does without a word of its
 * own: a space has one vote for a successor. Empty where it has not.
 */
export function movedVoteText(before: ProgrammeJson, after: ProgrammeJson): string {
  const [was, now] = [before, after].map(({ drafts, rivals, resting }) => [
    ...[...drafts, ...rivals, ...resting],
  ]);
  const from = was?.find(
    (one) =>
      one.signedByUs && now?.some((other) => other.roster === one.roster && !other.signedByUs),
  );
  if (from === undefined) return '';
  const to = now?.find((one) => one.signedByUs && one.version === from.version);
  const target = to === undefined ? 'the one that you voted for now' : `roster ${to.roster}`;
  return `Your vote has moved from roster ${from.roster} to ${target}: only one of the two can hold.`;
}

/** The whole of it. */
export function programmeText(programme: ProgrammeJson): string {
  const head = pairs([
    ['programme', programme.name],
    ['id', programme.id],
    ['purpose', programme.purpose || null],
    ['founded', programme.founded],
    ['our standing', programme.standing],
    ['roster', programme.rosterVersion],
    ['votes needed', votesNeeded(programme)],
    ['endorsements', endorsementsText(programme)],
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
