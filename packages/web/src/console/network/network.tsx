/** The section Network: spaces on the map, how fresh their listings are, and each peer. */

import type { Listing } from '@covisa/protocol';
import { useState } from 'preact/hooks';
import { api } from '../../api/client.js';
import type { PeerView, StatusView } from '../../api/owner-views.js';
import type { Say } from '../../i18n/words.js';
import { freshnessText, type ListingsSpeaker, nameText } from '../../listings/listing-text.js';
import { listingAt, mapPlaces, placeIdOf } from '../../listings/map-places.js';
import { useListingsSpeaker } from '../../listings/use-listings-speaker.js';
import { LazyMap } from '../../map/lazy-map.js';
import { useCommon } from '../../ui/common.js';
import { useLoad } from '../../ui/load.js';
import { Empty, Loading } from '../../ui/notice.js';
import { Problem } from '../../ui/problem.js';
import { useWords } from '../../ui/use-words.js';
import { heardSeconds } from './peer-state.js';
import { Peers } from './peers.js';
import { loadNetworkWords, type NetworkTable } from './words/load.js';

function load() {
  return Promise.all([
    api.get<readonly Listing[]>('/api/directory'),
    api.get<readonly PeerView[]>('/api/peers'),
    api.get<StatusView>('/api/status'),
  ]);
}

/** The section. */
export function Network() {
  const common = useCommon();
  const say = useWords(loadNetworkWords);
  const speaker = useListingsSpeaker();
  const { loaded, reload } = useLoad(load, []);
  if (loaded.state === 'failed') return <Problem error={loaded.error} onRetry={reload} />;
  if (loaded.state === 'loading' || say === null || speaker === null) {
    return <Loading text={common.say('loading')} />;
  }
  const [listings, peers, status] = loaded.value;
  return (
    <div class="stack wide">
      <h1>{say('title')}</h1>
      <Problem error={loaded.error} onRetry={reload} />
      <Spaces
        say={say}
        speaker={speaker}
        listings={listings.map((one) => ({
          ...one,
          ageSeconds: heardSeconds(one, peers, status.now),
        }))}
      />
      <Peers say={say} peers={peers} now={status.now} onSynced={reload} />
    </div>
  );
}

interface SpacesProps {
  readonly say: Say<NetworkTable>;
  readonly speaker: ListingsSpeaker;
  readonly listings: readonly Listing[];
}

const TONES = { listed: 'good', quiet: 'warn', unlisted: '', closed: 'bad' } as const;

function Spaces({ say, speaker, listings }: SpacesProps) {
  const [selected, setSelected] = useState<string | null>(null);
  const places = mapPlaces(listings);
  const chosen = selected === null ? null : listingAt(listings, selected);
  if (listings.length === 0) return <Empty title={say('emptyTitle')}>{say('empty')}</Empty>;
  return (
    <section class="stack">
      <LazyMap places={places} selected={selected} onSelect={setSelected} label={say('map')} />
      <ul class="plain rows">
        {listings.map((listing) => (
          <li key={listing.space} class="row-plain">
            <span class="grow">
              <button
                type="button"
                class="name-button"
                aria-pressed={chosen?.space === listing.space}
                onClick={() => setSelected(placeIdOf(places, listing.space))}
              >
                <bdi>{nameText(listing, speaker)}</bdi>
              </button>
              <span class="row-detail soft small">{freshnessText(listing, speaker)}</span>
              {listing.reason !== null && (
                <span class="row-detail small">{say(`reason-${listing.reason}`)}</span>
              )}
            </span>
            {listing.node === null && <span class="badge">{say('callsOut')}</span>}
            <span class={`badge ${TONES[listing.status]}`}>{say(`status-${listing.status}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
