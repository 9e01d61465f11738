/** One space in short: where it is, whether it is open, what is free there. */

import type { Listing, Seconds } from '@covisa/protocol';
import { Icon, type IconName } from '../ui/icon.js';
import { openState } from './hours.js';
import {
  awayText,
  freeText,
  freshnessText,
  type ListingsSpeaker,
  nameText,
  openText,
} from './listing-text.js';
import './listings.css';
import type { Programme } from './programme.js';

interface Props {
  readonly listing: Listing;
  readonly programmes: readonly Programme[];
  readonly now: Seconds;
  readonly speaker: ListingsSpeaker;
  /** From where the person is; null or missing: not known. */
  readonly metres?: number | null;
  /** Where its name leads. */
  readonly href: string;
  readonly target?: '_top';
  readonly isSelected?: boolean;
  /** What more there is to say of it to this reader. */
  readonly children?: preact.ComponentChildren;
}

/** A card whose name leads to all about the space. */
export function ListingCard(props: Props) {
  const { listing, programmes, now, speaker, metres = null, href, isSelected = false } = props;
  const { say } = speaker;
  const [venue, ...others] = listing.venues;
  const away = awayText(metres, speaker);
  const where = [venue?.address ?? '', away ?? ''].filter((one) => one !== '');
  return (
    <article class={isSelected ? 'listing selected' : 'listing'}>
      <h3>
        <a href={href} target={props.target} aria-current={isSelected ? 'true' : undefined}>
          <bdi>{nameText(listing, speaker)}</bdi>
        </a>
      </h3>
      <StatusBadges listing={listing} speaker={speaker} />
      {where.length > 0 && (
        <Line icon="map">
          <bdi>{where.join(' · ')}</bdi>{' '}
          {others.length > 0 && say('moreVenues', { count: others.length })}
        </Line>
      )}
      {venue !== undefined && (
        <Line icon="clock" tone={openTone(openState(venue, now).kind)}>
          {openText(venue, now, speaker)}
        </Line>
      )}
      <Line icon="star">{freeText(listing, programmes, speaker)}</Line>
      {props.children}
    </article>
  );
}

function openTone(kind: ReturnType<typeof openState>['kind']): 'good' | undefined {
  return kind === 'open' || kind === 'always' ? 'good' : undefined;
}

interface LineProps {
  readonly icon: IconName;
  readonly tone?: 'good' | undefined;
  readonly children: preact.ComponentChildren;
}

/** A line of a card or a detail, with the icon that says what it is about. */
export function Line({ icon, tone, children }: LineProps) {
  return (
    <p class={tone === undefined ? 'listing-line' : `listing-line ${tone}`}>
      <Icon name={icon} />
      <span>{children}</span>
    </p>
  );
}

interface BadgeProps {
  readonly listing: Listing;
  readonly speaker: ListingsSpeaker;
}

/** What is out of the ordinary: a node that is quiet, a space that is new. */
export function StatusBadges({ listing, speaker }: BadgeProps) {
  const isQuiet = listing.status === 'quiet';
  const isNew = listing.programmes.length > 0 && listing.programmes.every(({ member }) => !member);
  if (!isQuiet && !isNew) return null;
  return (
    <p class="row">
      {isQuiet && <span class="badge warn">{freshnessText(listing, speaker)}</span>}
      {isNew && <span class="badge good">{speaker.say('admitted')}</span>}
    </p>
  );
}
