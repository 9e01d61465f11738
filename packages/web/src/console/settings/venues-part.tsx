/** The venues of the space. */

import { ButtonLink } from '../../ui/button.js';
import type { PartProps } from './part.js';

/** The list. */
export function VenuesPart({ say, profile }: PartProps) {
  return (
    <div class="stack column">
      <ul class="plain rows">
        {profile.venues.map((venue) => (
          <li key={venue.id}>
            <a class="row-link" href={`#/settings/venues/${venue.id}`}>
              <span class="grow">
                <strong>
                  <bdi>{venue.name}</bdi>
                </strong>
                <span class="row-detail soft small">
                  <bdi>{venue.address === '' ? say('noVenueAddress') : venue.address}</bdi>
                </span>
              </span>
              {venue.latitude === undefined && <span class="badge warn">{say('notOnMap')}</span>}
            </a>
          </li>
        ))}
      </ul>
      <div class="row">
        <ButtonLink href="#/settings/venues/new" kind="quiet" icon="plus">
          {say('addVenue')}
        </ButtonLink>
      </div>
    </div>
  );
}
