/** Adding a visa to this wallet: the home's invitation, scanned, pasted or from a photo. */

import { useState } from 'preact/hooks';
import { type ClaimLink, parseLink } from '../../links/links.js';
import { goTo } from '../../ui/route.js';
import { useWallet } from '../app/context.js';
import { LinkInput } from '../here/link-input.js';
import { Invited } from './claim-view.js';

/** Takes a link, then shows whose it is. */
export function AddView() {
  const { say } = useWallet();
  const [link, setLink] = useState<ClaimLink | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const take = (text: string): void => {
    const read = parseLink(text);
    if (read?.kind === 'claim') setLink(read);
    else setProblem(say(read?.kind === 'poster' ? 'addGotPoster' : 'addGotOther'));
  };
  if (link !== null) return <Invited link={link} onLeave={() => goTo('')} />;
  return (
    <>
      <h1>{say('addVisa')}</h1>
      <p>{say('addHow')}</p>
      <LinkInput onText={take} problem={problem} pasteLabel={say('addPaste')} />
    </>
  );
}
