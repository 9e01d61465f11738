/** The verdict on a plan: a word, an icon, and why. */

import { explainFor, type Verdict } from '@covisa/protocol';
import { useMemo } from 'preact/hooks';
import { Icon, type IconName } from '../../ui/icon.js';
import { Notice } from '../../ui/notice.js';
import { useNow } from '../../ui/use-now.js';
import { useVerdictWords } from '../../ui/use-verdict-words.js';
import { useWallet } from '../app/context.js';
import type { ClaimedCard } from '../store/cards.js';
import { askPlan, type Question } from './plan.js';

const ICONS: Readonly<Record<Verdict['outcome'], IconName>> = {
  free: 'check',
  paid: 'coin',
  refuse: 'cross',
};

/** The answer, from what the home told last. */
export function PlanVerdict({ card, ...question }: Question & { readonly card: ClaimedCard }) {
  const { say } = useWallet();
  const words = useVerdictWords();
  const now = useNow(60);
  const { host, venue, date, halfDay } = question;
  const answer = useMemo(
    () => askPlan(card, { host, venue, date, halfDay }, now),
    [card, host, venue, date, halfDay, now],
  );
  if (words === null) return <div class="verdict" aria-busy="true" />;
  if (answer === null) return <Notice title={say('noProgrammeTitle')}>{say('noProgramme')}</Notice>;
  const { verdict, programme } = answer;
  const [first, ...more] = explainFor('member', verdict, words);
  return (
    <div class={`verdict ${verdict.outcome}`} role="status">
      <p class="verdict-word">
        <Icon name={ICONS[verdict.outcome]} />
        {say(verdict.outcome)}
      </p>
      <p class="strong">
        <bdi>{first}</bdi>
      </p>
      <ul class="small">
        {more.map((one) => (
          <li key={one}>
            <bdi>{one}</bdi>
          </li>
        ))}
      </ul>
      <p class="soft small">
        <bdi>{say('byProgramme', { name: programme.name })}</bdi>
      </p>
    </div>
  );
}
