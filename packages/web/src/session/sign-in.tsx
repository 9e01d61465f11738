/** Signing in: the owner by password, a desk person by PIN where the browser is paired. */

import { useState } from 'preact/hooks';
import type { Say } from '../i18n/words.js';
import { Button } from '../ui/button.js';
import { Notice } from '../ui/notice.js';
import { InsecureNotice } from '../ui/problem.js';
import { PasswordForm } from './password-form.js';
import { PinForm } from './pin-form.js';
import type { Role, SessionView } from './session.js';
import type { SessionTable } from './words/load.js';

interface Props {
  readonly say: Say<SessionTable>;
  readonly view: SessionView;
  readonly needs: Role;
  readonly onDone: (view: SessionView) => void;
  readonly onPair: () => void;
}

type Person = SessionView['people'][number];

/** The way in. */
export function SignIn(props: Props) {
  const { say, view, needs, onDone } = props;
  const byPin = needs === 'desk' && view.device !== null && view.people.length > 0;
  const [person, setPerson] = useState<Person | 'owner' | null>(byPin ? null : 'owner');
  return (
    <section class="card sign-in stack">
      <h1>{say('signIn')}</h1>
      <InsecureNotice />
      {person === null && <WhoList say={say} people={view.people} onChoose={setPerson} />}
      {person === 'owner' && <OwnerPart {...props} />}
      {person !== null && person !== 'owner' && (
        <PinForm say={say} person={person} onDone={onDone} />
      )}
      {byPin && person !== null && (
        <Button kind="link" icon="back" onClick={() => setPerson(null)}>
          {say('somebodyElse')}
        </Button>
      )}
    </section>
  );
}

interface WhoProps {
  readonly say: Say<SessionTable>;
  readonly people: readonly Person[];
  readonly onChoose: (person: Person | 'owner') => void;
}

function WhoList({ say, people, onChoose }: WhoProps) {
  return (
    <div class="stack">
      <p>{say('whoAreYou')}</p>
      <ul class="plain sign-in-people">
        {people.map((person) => (
          <li key={person.id}>
            <Button kind="quiet" large full onClick={() => onChoose(person)}>
              <bdi>{person.name}</bdi>
            </Button>
          </li>
        ))}
      </ul>
      <Button kind="link" icon="key" onClick={() => onChoose('owner')}>
        {say('iAmTheOwner')}
      </Button>
    </div>
  );
}

function OwnerPart({ say, view, needs, onDone, onPair }: Props) {
  const isUnpairedDesk = needs === 'desk' && view.device === null;
  return (
    <div class="stack">
      {view.ownerPasswordSet ? (
        <PasswordForm say={say} onDone={onDone} />
      ) : (
        <Notice tone="warn" title={say('noPasswordTitle')}>
          {say('noPassword')}
        </Notice>
      )}
      {isUnpairedDesk && (
        <div class="stack tight sign-in-aside">
          <h2>{say('deskTitle')}</h2>
          <p class="soft">{say('deskUnpaired')}</p>
          <Button kind="quiet" icon="phone" onClick={onPair}>
            {say('pairThis')}
          </Button>
        </div>
      )}
      {needs === 'desk' && view.device !== null && view.people.length === 0 && (
        <p class="soft">{say('noPeople')}</p>
      )}
    </div>
  );
}
