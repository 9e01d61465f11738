/** The spaces in a compact list, with a map where it is wanted. */

import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Say } from '../i18n/words.js';
import { type Directory, loadDirectory } from '../listings/directory.js';
import { ListingCard } from '../listings/listing-card.js';
import { type ListingsSpeaker, languageNamer } from '../listings/listing-text.js';
import { listingAt, mapPlaces } from '../listings/map-places.js';
import { searchListings } from '../listings/search.js';
import { useListingsSpeaker } from '../listings/use-listings-speaker.js';
import { LazyMap } from '../map/lazy-map.js';
import { useCommon } from '../ui/common.js';
import { TextField } from '../ui/field.js';
import { useLoad } from '../ui/load.js';
import { Empty, Loading } from '../ui/notice.js';
import { Problem } from '../ui/problem.js';
import { useNow } from '../ui/use-now.js';
import { tellHeight } from './height.js';
import type { WidgetTable } from './words/load.js';

/** From so many spaces on one has to search. */
const SEARCH_FROM = 5;

interface Props {
  readonly say: Say<WidgetTable>;
  readonly hasMap: boolean;
}

/** The widget. */
export function WidgetView({ say, hasMap }: Props) {
  const common = useCommon();
  const speaker = useListingsSpeaker();
  const { loaded, reload } = useLoad(loadDirectory, []);
  const element = useRef<HTMLElement>(null);
  useEffect(() => (element.current === null ? undefined : tellHeight(element.current)), []);
  return (
    <main ref={element} class="widget stack">
      <h1>{say('heading')}</h1>
      {loaded.state === 'loading' && <Loading text={common.say('loading')} />}
      {loaded.state === 'failed' && <Problem error={loaded.error} onRetry={reload} />}
      {loaded.state === 'ready' && speaker !== null && (
        <Spaces say={say} hasMap={hasMap} speaker={speaker} directory={loaded.value} />
      )}
      <p class="small">
        <a href="/directory" target="_top">
          {say('all')}
        </a>
      </p>
    </main>
  );
}

interface SpacesProps extends Props {
  readonly speaker: ListingsSpeaker;
  readonly directory: Directory;
}

/** The page in the whole window that says all about a space. */
const pageOf = (space: string): string => `/directory#/space/${space}`;

function Spaces({ say, hasMap, speaker, directory: { listings, programmes } }: SpacesProps) {
  const now = useNow(60);
  const [text, setText] = useState('');
  const found = useMemo(() => {
    return searchListings(listings, { text, languageName: languageNamer(speaker.language) });
  }, [listings, text, speaker.language]);
  const places = useMemo(() => mapPlaces(found.map(({ listing }) => listing)), [found]);
  if (listings.length === 0) return <Empty title={say('empty')} />;
  const open = (id: string): void => {
    const listing = listingAt(listings, id);
    if (listing !== null) window.open(pageOf(listing.space), '_top');
  };
  return (
    <>
      {hasMap && places.length > 0 && (
        <LazyMap label={say('mapLabel')} places={places} onSelect={open} />
      )}
      {listings.length >= SEARCH_FROM && (
        <TextField
          label={say('search')}
          type="search"
          placeholder={say('searchHint')}
          value={text}
          onValue={setText}
        />
      )}
      <p class="soft small" role="status">
        {found.length === 0 ? say('nothing') : say('found', { count: found.length })}
      </p>
      <ul class="plain stack tight">
        {found.map(({ listing }) => (
          <li key={listing.space}>
            <ListingCard
              listing={listing}
              programmes={programmes}
              now={now}
              speaker={speaker}
              href={pageOf(listing.space)}
              target="_top"
            />
          </li>
        ))}
      </ul>
    </>
  );
}
