/** Who is expected: announced by their home space, with what this space's owner answered. */

import type { CalendarDate, MessageAnswer } from '@covisa/protocol';
import type { ExpectedView } from '../../api/message-views.js';
import { daysText } from '../../i18n/formats.js';
import { Unreachable } from '../../platform/network.js';
import { Problem } from '../../ui/problem.js';
import { visibleName } from '../../ui/visible-name.js';
import { useDesk } from '../context.js';
import { useExpected } from './use-expected.js';

const TONES: Readonly<Record<MessageAnswer, string>> = {
  welcome: 'good',
  full: 'bad',
  note: 'warn',
};

/** Today's, and those who begin tomorrow; nothing where nobody is expected. */
export function ExpectedToday({ date }: { readonly date: CalendarDate }) {
  const { say } = useDesk();
  const { loaded, reload } = useExpected(date);
  if (loaded.state === 'loading') return null;
  if (loaded.state === 'failed') {
    // That the node is away stands above everything else already.
    if (loaded.error instanceof Unreachable) return null;
    return <Problem error={loaded.error} onRetry={reload} />;
  }
  const { today, tomorrow } = loaded.value;
  return (
    <>
      <List title={say('expectedToday')} expected={today} />
      <List title={say('expectedTomorrow')} expected={tomorrow} />
    </>
  );
}

interface ListProps {
  readonly title: string;
  readonly expected: readonly ExpectedView[];
}

function List({ title, expected }: ListProps) {
  if (expected.length === 0) return null;
  return (
    <div class="card expected">
      <h3>{title}</h3>
      <ul class="plain visits">
        {expected.map((one) => (
          <Row key={one.home + one.id} expected={one} />
        ))}
      </ul>
    </div>
  );
}

function Row({ expected }: { readonly expected: ExpectedView }) {
  const { say, language } = useDesk();
  const { displayName, homeName, first, last, people, needs, answer } = expected;
  return (
    <li>
      <div class="grow">
        <p class="strong">
          <bdi>{visibleName(displayName) ?? say('nameless')}</bdi>
        </p>
        <p class="soft small">
          <bdi>{homeName ?? say('unknownHome')}</bdi>
        </p>
        <p class="small">
          {daysText(language, first, last)} · {say('expectedPeople', { count: people })}
        </p>
        {needs !== null && (
          <p class="small expected-needs" dir="auto">
            {needs}
          </p>
        )}
        <p class="row visit-badges">
          {answer === null ? (
            <span class="badge">{say('expectedUnanswered')}</span>
          ) : (
            <span class={`badge ${TONES[answer]}`}>
              {say('expectedAnswer', { answer: say(`expected-${answer}`) })}
            </span>
          )}
        </p>
      </div>
    </li>
  );
}
