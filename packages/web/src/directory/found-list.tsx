/** The spaces that were found. */

import type { Seconds } from '@covisa/protocol';
import type { Say } from '../i18n/words.js';
import { ListingCard } from '../listings/listing-card.js';
import type { ListingsSpeaker } from '../listings/listing-text.js';
import type { Programme } from '../listings/programme.js';
import type { Found } from '../listings/search.js';
import { Button } from '../ui/button.js';
import { Empty } from '../ui/notice.js';
import type { DirectoryTable } from './words/load.js';

interface Props {
  readonly say: Say<DirectoryTable>;
  readonly speaker: ListingsSpeaker;
  readonly found: readonly Found[];
  readonly programmes: readonly Programme[];
  readonly now: Seconds;
  /** Takes the search back. */
  readonly onAll: () => void;
}

/** The list, with how many there are for those who do not see it. */
export function FoundList({ say, speaker, found, programmes, now, onAll }: Props) {
  return (
    <>
      <p class="soft small" role="status">
        {say('found', { count: found.length })}
      </p>
      {found.length === 0 && (
        <Empty title={say('nothingTitle')}>
          <p>{say('nothing')}</p>
          <Button kind="quiet" onClick={onAll}>
            {say('showAll')}
          </Button>
        </Empty>
      )}
      <ul class="plain stack">
        {found.map(({ listing, metres }) => (
          <li key={listing.space}>
            <ListingCard
              listing={listing}
              programmes={programmes}
              now={now}
              speaker={speaker}
              metres={metres}
              href={`#/space/${listing.space}`}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
