/** Posters for the door, one a venue. */

import type { PartProps } from './part.js';

/** The list. */
export function PostersPart({ say, profile }: PartProps) {
  return (
    <div class="stack column">
      <p>{say('postersHint')}</p>
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
