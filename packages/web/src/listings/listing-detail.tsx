/** All about one space: venues, hours, what a visiting member gets, how to reach it. */

import { type Listing, placeOf, type Seconds, type Venue } from '@covisa/protocol';
import { listText } from '../i18n/formats.js';
import type { NameOf } from '../terms/terms-texts.js';
import { offerTexts, termsTexts } from '../terms/terms-texts.js';
import { TermsView } from '../terms/terms-view.js';
import { ButtonLink } from '../ui/button.js';
import { mailtoOf } from '../ui/mailto.js';
import { Notice } from '../ui/notice.js';
import { HoursTable } from './hours-table.js';
import { Line, StatusBadges } from './listing-card.js';
import {
  freeText,
  freshnessText,
  type ListingsSpeaker,
  languageNamer,
  nameText,
  openText,
  programmesOf,
  rateText,
} from './listing-text.js';
import './listings.css';
import type { Programme } from './programme.js';

interface Props {
  readonly listing: Listing;
  readonly programmes: readonly Programme[];
  readonly now: Seconds;
  readonly speaker: ListingsSpeaker;
  readonly nameOf: NameOf;
}

/** The whole listing. */
export function ListingDetail(props: Props) {
  const { listing, programmes, now, speaker } = props;
  const { say, language } = speaker;
  const languages = listing.languages.map(languageNamer(language));
  return (
    <div class="stack listing-detail">
      <h2>
        <bdi>{nameText(listing, speaker)}</bdi>
      </h2>
      <StatusBadges listing={listing} speaker={speaker} />
      {listing.status === 'quiet' && <Notice tone="warn">{say('quietExplained')}</Notice>}
      <section class="stack tight">
        <h3>{say('getsTitle')}</h3>
        <Line icon="star">
          <strong>{freeText(listing, programmes, speaker)}</strong>
        </Line>
        <Line icon="coin">{rateText(listing, speaker)}</Line>
        {languages.length > 0 && (
          <Line icon="people">
            {say('languages', { languages: listText(language, languages) })}
          </Line>
        )}
      </section>
      <Links listing={listing} speaker={speaker} />
      <section class="stack">
        <h3>{say('venuesTitle', { count: listing.venues.length })}</h3>
        {listing.venues.map((venue) => (
          <VenueDetail key={venue.id} venue={venue} listing={listing} now={now} speaker={speaker} />
        ))}
      </section>
      <HouseRules listing={listing} speaker={speaker} />
      <TermsOf {...props} />
      <p class="soft small">
        {freshnessText(listing, speaker)}. {listing.node === null && say('noNode')}
      </p>
    </div>
  );
}

/** Addresses of the web, as others' profiles give them: nothing else becomes a link. */
function webAddress(url: string | null): string | null {
  return url !== null && /^https?:\/\//u.test(url) ? url : null;
}

function Links({ listing, speaker }: Pick<Props, 'listing' | 'speaker'>) {
  const { say } = speaker;
  const { mailbox } = listing;
  const [site, node] = [webAddress(listing.site), webAddress(listing.node)];
  if (site === null && node === null && mailbox === null) return null;
  return (
    <div class="row">
      {site !== null && (
        <ButtonLink kind="quiet" icon="globe" href={site}>
          {say('site')}
        </ButtonLink>
      )}
      {mailbox !== null && (
        <ButtonLink kind="quiet" icon="share" href={mailtoOf(mailbox)}>
          {say('write', { name: nameText(listing, speaker) })}
        </ButtonLink>
      )}
      {node !== null && (
        <ButtonLink kind="quiet" icon="house" href={node}>
          {say('node')}
        </ButtonLink>
      )}
    </div>
  );
}

interface VenueProps extends Pick<Props, 'listing' | 'now' | 'speaker'> {
  readonly venue: Venue;
}

function VenueDetail({ venue, listing, now, speaker }: VenueProps) {
  const { say, language } = speaker;
  const { seats, amenities } = venue;
  const place = placeOf(venue);
  return (
    <div class="stack tight">
      {(listing.venues.length > 1 || venue.name !== listing.name) && (
        <h4>
          <bdi>{venue.name}</bdi>
        </h4>
      )}
      {venue.address !== '' && (
        <Line icon="map">
          <bdi>{venue.address}</bdi>
        </Line>
      )}
      <Line icon="clock">{openText(venue, now, speaker)}</Line>
      <HoursTable venue={venue} now={now} speaker={speaker} />
      {seats !== undefined && <Line icon="people">{say('seats', { count: seats })}</Line>}
      {amenities.length > 0 && <Line icon="check">{listText(language, amenities)}</Line>}
      {place !== null && (
        <p class="soft small numbers">
          {say('coordinates', { place: `${place.latitude}, ${place.longitude}` })}
        </p>
      )}
    </div>
  );
}

function HouseRules({ listing, speaker }: Pick<Props, 'listing' | 'speaker'>) {
  const { houseRules } = listing;
  if (houseRules === null || houseRules.trim() === '') return null;
  return (
    <section class="stack tight">
      <h3>{speaker.say('houseRules')}</h3>
      <p class="own-lines" dir="auto">
        {houseRules}
      </p>
    </section>
  );
}

function TermsOf({ listing, programmes, speaker, nameOf }: Props) {
  const { say, catalogue } = speaker;
  const titles = { who: say('whoTitle'), when: say('whenTitle'), between: say('betweenTitle') };
  return (
    <section class="stack">
      {listing.offer !== null && (
        <TermsView
          title={say('offerTitle')}
          titles={titles}
          texts={offerTexts(listing.offer, catalogue, nameOf)}
        />
      )}
      {programmesOf(listing, programmes).map(({ id, name, terms }) => (
        <TermsView
          key={id}
          title={say('termsTitle', { name })}
          titles={titles}
          texts={termsTexts(terms, catalogue)}
        />
      ))}
    </section>
  );
}
