/** All about one space, for this member: what is free, may I come, its listing, the code for it. */

import type { Listing } from '@covisa/protocol';
import { useState } from 'preact/hooks';
import { namesOf } from '../../listings/directory.js';
import { ListingDetail } from '../../listings/listing-detail.js';
import type { ListingsSpeaker } from '../../listings/listing-text.js';
import type { Programme } from '../../listings/programme.js';
import { ButtonLink } from '../../ui/button.js';
import { CheckField, SelectField, TextField } from '../../ui/field.js';
import { Empty } from '../../ui/notice.js';
import { useNow } from '../../ui/use-now.js';
import { useWallet } from '../app/context.js';
import type { ClaimedCard } from '../store/cards.js';
import { parseDay, todayThere } from './plan.js';
import { PlanVerdict } from './plan-verdict.js';

interface Props {
  readonly card: ClaimedCard;
  readonly listings: readonly Listing[];
  readonly programmes: readonly Programme[];
  readonly speaker: ListingsSpeaker;
  /** By its id, as the address names it. */
  readonly space: string;
}

/** The space. */
export function SpaceView({ card, listings, programmes, speaker, space }: Props) {
  const { say } = useWallet();
  const now = useNow(60);
  const listing = listings.find((one) => one.space === space);
  return (
    <>
      <p>
        <ButtonLink kind="quiet" icon="back" href="#/spaces">
          {say('spacesTitle')}
        </ButtonLink>
      </p>
      {listing === undefined ? (
        <Empty title={say('unknownSpaceTitle')}>{say('unknownSpace')}</Empty>
      ) : (
        <>
          <h1>
            <bdi>{listing.name ?? say('thisSpace')}</bdi>
          </h1>
          <ButtonLink large full icon="scan" href={`#/code/${card.id}/${listing.space}`}>
            {say('codeForHere')}
          </ButtonLink>
          {listing.space !== card.home.space && (
            <Plan
              card={card}
              listing={listing}
              hasHalfDays={programmes.some(({ terms }) => terms.halfDays !== undefined)}
            />
          )}
          <div class="card">
            <ListingDetail {...{ listing, programmes, now, speaker }} nameOf={namesOf(listings)} />
          </div>
        </>
      )}
    </>
  );
}

interface PlanProps {
  readonly card: ClaimedCard;
  readonly listing: Listing;
  readonly hasHalfDays: boolean;
}

/** "May I go there on that day?" */
function Plan({ card, listing: { space, venues }, hasHalfDays }: PlanProps) {
  const { say } = useWallet();
  const now = useNow(60);
  const [venue, setVenue] = useState(venues[0]?.id ?? null);
  const today = todayThere(card, { host: space, venue }, now) ?? '';
  const [typed, setTyped] = useState<string | null>(null);
  const [isHalf, setHalf] = useState(false);
  const day = parseDay(typed ?? today);
  return (
    <section class="card stack">
      <h2>{say('planTitle')}</h2>
      {venues.length > 1 && (
        <SelectField
          label={say('planVenue')}
          value={venue ?? ''}
          choices={venues.map(({ id, name }) => ({ value: id, label: name }))}
          onValue={setVenue}
        />
      )}
      <TextField
        label={say('planDate')}
        type="date"
        value={typed ?? today}
        min={today}
        onValue={setTyped}
        problem={day === null ? say('planNoDate') : null}
      />
      {hasHalfDays && <CheckField label={say('planHalf')} checked={isHalf} onChecked={setHalf} />}
      {day !== null && (
        <PlanVerdict card={card} host={space} venue={venue} date={day} halfDay={isHalf} />
      )}
      <p class="soft small">{say('planSure')}</p>
    </section>
  );
}
