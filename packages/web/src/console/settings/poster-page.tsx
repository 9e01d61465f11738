/** One venue's poster, to be printed. */

import { Empty } from '../../ui/notice.js';
import { BackLink } from '../parts/back-link.js';
import type { PartProps } from './part.js';
import { Poster } from './poster.js';

/** The page. */
export function PosterPage({ say, profile, status, id }: PartProps & { readonly id: string }) {
  const venue = profile.venues.find((one) => one.id === id);
  return (
    <div class="stack column">
      <BackLink href="#/settings/posters" text={say('tab-posters')} />
      <h1 class="no-print">{say('posterTitle')}</h1>
      {venue === undefined ? (
        <Empty title={say('venueUnknown')} />
      ) : (
        <Poster status={status} profile={profile} venue={venue} />
      )}
    </div>
  );
}
