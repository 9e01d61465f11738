/** "I am here": the poster at a door is scanned, and the member checks in by themselves. */

import { useState } from 'preact/hooks';
import { type PosterLink, parseLink } from '../../links/links.js';
import { ButtonLink } from '../../ui/button.js';
import { Empty } from '../../ui/notice.js';
import { CardPicker } from '../app/card-picker.js';
import { useWallet } from '../app/context.js';
import { Arrival } from './arrival.js';
import { LinkInput } from './link-input.js';

/** The part. */
export function HereView() {
  const { say, state } = useWallet();
  const [poster, setPoster] = useState<PosterLink | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  if (state.cards.length === 0) {
    return (
      <>
        <h1>{say('hereTitle')}</h1>
        <Empty title={say('emptyTitle')}>
          <p>{say('empty')}</p>
          <ButtonLink href="#/add">{say('addVisa')}</ButtonLink>
        </Empty>
      </>
    );
  }
  const take = (text: string): void => {
    const read = parseLink(text);
    if (read?.kind === 'poster') setPoster(read);
    else setProblem(say(otherWord(text, read !== null)));
  };
  if (poster !== null) return <Arrival poster={poster} onBack={() => setPoster(null)} />;
  return (
    <>
      <h1>{say('hereTitle')}</h1>
      <p>{say('hereHow')}</p>
      <CardPicker />
      <LinkInput onText={take} problem={problem} pasteLabel={say('herePaste')} />
      <p>
        {say('hereNoPoster')} <a href="#/spaces">{say('pickSpace')}</a>
      </p>
    </>
  );
}

/** What to say of a code that is no poster. */
function otherWord(text: string, isInvitation: boolean) {
  if (isInvitation) return 'hereGotInvitation';
  return text.startsWith('CV1:') ? 'hereGotVisa' : 'hereGotOther';
}
