/** For a reception that has never heard of covisa: how to honour this visit today. */

import { Notice } from '../ui/notice.js';
import { useTitle } from '../ui/use-title.js';
import type { PartProps } from './explain-view.js';
import { HomeSpace } from './home-space.js';
import { TakePart } from './take-part.js';

/** The page. */
export function HonourView({ say, page }: PartProps) {
  const name = page?.own.name ?? 'covisa';
  useTitle(say('honourTitleShort'));
  return (
    <div class="stack wide explain">
      <header class="stack">
        <h1>{say('honourTitle')}</h1>
        <p class="lead">{say('honourLead', { name })}</p>
        <Notice tone="good">{say('noCatch')}</Notice>
      </header>
      <section class="stack">
        <h2>{say('todayTitle')}</h2>
        <ol class="steps">
          <li>
            <h3>{say('step1Title')}</h3>
            <p>{say('step1', { name })}</p>
          </li>
          <li>
            <h3>{say('step2Title')}</h3>
            <p>{say('step2')}</p>
          </li>
          <li>
            <h3>{say('step3Title')}</h3>
            <p>{say('step3', { name })}</p>
          </li>
        </ol>
      </section>
      <section class="stack tight">
        <h2>{say('proofTitle')}</h2>
        <p>{say('proof', { name })}</p>
      </section>
      {page !== null && <HomeSpace say={say} own={page.own} />}
      <TakePart say={say} text={say('takePart', { name })} />
    </div>
  );
}
