/** The list of members, with search and a choice by state. */

import { useState } from 'preact/hooks';
import type { MemberView } from '../../api/owner-views.js';
import type { Say } from '../../i18n/words.js';
import { nowSeconds } from '../../platform/clock.js';
import { Button, ButtonLink } from '../../ui/button.js';
import { SelectField, TextField } from '../../ui/field.js';
import { Empty, Notice } from '../../ui/notice.js';
import { MEMBER_STATES, type MemberState, matches, memberState } from './list.js';
import { StateBadge } from './state-badge.js';
import type { MembersTable } from './words/load.js';

/** How many rows are drawn at once. */
const ROWS = 200;

interface Props {
  readonly say: Say<MembersTable>;
  readonly members: readonly MemberView[];
  readonly today: string;
  /** The state that the route asks for. */
  readonly stateAsked: MemberState | null;
  /** The route named a member that is not there. */
  readonly isUnknown: boolean;
}

/** The list. */
export function MemberList({ say, members, today, stateAsked, isUnknown }: Props) {
  const [search, setSearch] = useState('');
  const [state, setState] = useState<string>(stateAsked ?? 'all');
  const [rows, setRows] = useState(ROWS);
  const stateOf = (member: MemberView): MemberState => memberState(member, today, nowSeconds());
  const found = members.filter(
    (member) => matches(member, search) && (state === 'all' || stateOf(member) === state),
  );
  const choices = [
    { value: 'all', label: say('allStates') },
    ...MEMBER_STATES.map((value) => ({ value, label: say(`state-${value}`) })),
  ];
  return (
    <div class="stack">
      <div class="row apart">
        <h1>{say('title')}</h1>
        <Actions say={say} />
      </div>
      {isUnknown && <Notice tone="warn">{say('unknownMember')}</Notice>}
      {members.length === 0 ? (
        <Empty title={say('emptyTitle')}>
          <p>{say('empty')}</p>
          <ButtonLink href="#/members/add" icon="plus">
            {say('addMember')}
          </ButtonLink>
        </Empty>
      ) : (
        <>
          <search class="pair">
            <TextField label={say('search')} type="search" value={search} onValue={setSearch} />
            <SelectField label={say('state')} value={state} choices={choices} onValue={setState} />
          </search>
          <p class="soft small" role="status">
            {say('found', { count: found.length })}
          </p>
          <ul class="plain rows">
            {found.slice(0, rows).map((member) => (
              <Row key={member.id} say={say} member={member} state={stateOf(member)} />
            ))}
          </ul>
          {found.length > rows && (
            <Button kind="quiet" onClick={() => setRows(rows + ROWS)}>
              {say('more')}
            </Button>
          )}
        </>
      )}
    </div>
  );
}

function Actions({ say }: Pick<Props, 'say'>) {
  return (
    <div class="row">
      <ButtonLink href="#/members/add" icon="plus">
        {say('addMember')}
      </ButtonLink>
      <ButtonLink href="#/members/import" kind="quiet">
        {say('import')}
      </ButtonLink>
      <ButtonLink href="/api/members.csv" kind="quiet" icon="download" download="members.csv">
        {say('export')}
      </ButtonLink>
    </div>
  );
}

interface RowProps {
  readonly say: Say<MembersTable>;
  readonly member: MemberView;
  readonly state: MemberState;
}

function Row({ say, member, state }: RowProps) {
  return (
    <li>
      <a class="row-link" href={`#/members/${member.id}`}>
        <span class="grow">
          <strong>
            <bdi>{member.name}</bdi>
          </strong>
          <span class="soft small row-detail">
            <bdi>{member.contact ?? say('noContact')}</bdi>
          </span>
        </span>
        <span class="badge">
          <bdi>{member.plan}</bdi>
        </span>
        {member.isStatic && <span class="badge">{say('card')}</span>}
        <StateBadge say={say} state={state} />
      </a>
    </li>
  );
}
