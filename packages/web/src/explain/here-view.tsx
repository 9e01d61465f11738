/** A poster that was scanned by a bare camera: what to do instead. */

import { parsePosterFragment } from '../links/links.js';
import type { OwnSpace } from '../listings/own-space.js';
import { ButtonLink } from '../ui/button.js';
import { useTitle } from '../ui/use-title.js';
import type { PartProps } from './explain-view.js';
import { TakePart } from './take-part.js';

/** The venue's name where it says more than the space's; a poster of another space names none. */
function placeName(own: OwnSpace | undefined, fragment: string): string | null {
  const poster = parsePosterFragment(location.origin, fragment);
  if (own === undefined || (poster !== null && poster.space !== own.space)) return null;
  const venue = own.venues.find(({ id }) => id === poster?.venue);
  return venue === undefined || venue.name === own.name ? own.name : `${own.name}, ${venue.name}`;
}

/** The page. */
export function HereView({ say, page, fragment }: PartProps) {
  const name = placeName(page?.own, fragment);
  useTitle(say('honourTitleShort'));
  return (
    <div class="stack wide explain">
      <header class="stack">
        <h1>{name === null ? say('hereTitlePlain') : say('hereTitle', { name })}</h1>
        <p class="lead">{say('hereLead')}</p>
      </header>
      <section class="stack">
        <h2>{say('hereVisaTitle')}</h2>
        <ol class="steps">
          <li>
            <p>{say('hereOpen')}</p>
          </li>
          <li>
            <p>{say('hereScan')}</p>
          </li>
        </ol>
        <p class="strong">{say('hereOr')}</p>
        <div class="card stack tight">
          <p class="soft">{say('hereWalletText')}</p>
          <p>
            <ButtonLink icon="phone" href="/wallet">
              {say('hereWallet', { name: page?.own.name ?? 'covisa' })}
            </ButtonLink>
          </p>
        </div>
      </section>
      <section class="stack tight">
        <h2>{say('hereNoVisaTitle')}</h2>
        <p>{say('hereNoVisa')}</p>
      </section>
      <TakePart say={say} text={say('takePartPlain')} />
      <p class="soft small">{say('hereNotSent')}</p>
    </div>
  );
}
