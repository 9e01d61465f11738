/** Posters for the door, one a venue. */

import { Notice } from '../../ui/notice.js';
import type { PartProps } from './part.js';

/** The list. */
export function PostersPart({ say, profile, status }: PartProps) {
  return (
    <div class="stack column">
      <p>{say('postersHint')}</p>
      {status.publicUrl === null && <Notice tone="warn">{say('posterNoAddress')}</Notice>}
      <ul class="plain rows">
        {profile.venues.map((venue) => (
          <li key={venue.id}>
            <a class="row-link" href={`#/settings/posters/${venue.id}`}>
              <strong class="grow">
                <bdi>{venue.name}</bdi>
              </strong>
              <span>{say('showPoster')}</span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
