/** The front page: the space, what a visiting member gets, and the doors. */

import type { Say } from '../i18n/words.js';
import { Line } from '../listings/listing-card.js';
import { freeText, type ListingsSpeaker, openText, rateText } from '../listings/listing-text.js';
import { loadOwnPage, type OwnPage } from '../listings/own-space.js';
import { useListingsSpeaker } from '../listings/use-listings-speaker.js';
import { Refused } from '../platform/network.js';
import { useCommon } from '../ui/common.js';
import { Frame } from '../ui/frame.js';
import { useLoad } from '../ui/load.js';
import { Empty, Loading } from '../ui/notice.js';
import { Problem } from '../ui/problem.js';
import { useNow } from '../ui/use-now.js';
import { Doors } from './doors.js';
import type { FrontTable } from './words/load.js';

interface Props {
  readonly say: Say<FrontTable>;
}

/** The whole page. */
export function FrontView({ say }: Props) {
  const common = useCommon();
  const speaker = useListingsSpeaker();
  const { loaded, reload } = useLoad(loadOwnPage, []);
  const isReady = loaded.state === 'ready' && speaker !== null;
  return (
    <Frame title={isReady ? loaded.value.own.name : say('title')}>
      <div class="stack wide">
        {loaded.state === 'loading' && <Loading text={common.say('loading')} />}
        {loaded.state === 'failed' && <Failed say={say} error={loaded.error} reload={reload} />}
        {isReady && (
          <>
            <Space say={say} speaker={speaker} page={loaded.value} />
            <Doors say={say} />
            <What say={say} />
          </>
        )}
      </div>
    </Frame>
  );
}

interface FailedProps extends Props {
  readonly error: unknown;
  readonly reload: () => void;
}

/** A node that is not made yet has nothing to say of a space. */
function Failed({ say, error, reload }: FailedProps) {
  if (error instanceof Refused && (error.status === 404 || error.status === 503)) {
    return <Empty title={say('emptyTitle')}>{say('empty')}</Empty>;
  }
  return <Problem error={error} onRetry={reload} />;
}

interface SpaceProps extends Props {
  readonly speaker: ListingsSpeaker;
  readonly page: OwnPage;
}

function Space({ say, speaker, page: { own, programmes } }: SpaceProps) {
  const now = useNow(60);
  const isIn = programmes.length > 0;
  return (
    <header class="front-space">
      <div class="stack">
        <h1>
          <bdi>{own.name}</bdi>
        </h1>
        <p class="lead">{say(isIn ? 'takesPart' : 'soon')}</p>
        <div class="stack tight">
          {own.venues.map((venue) => (
            <div key={venue.id} class="stack tight">
              {own.venues.length > 1 && (
                <strong>
                  <bdi>{venue.name}</bdi>
                </strong>
              )}
              {venue.address !== '' && (
                <Line icon="map">
                  <bdi>{venue.address}</bdi>
                </Line>
              )}
              {venue.hours !== undefined && (
                <Line icon="clock">{openText(venue, now, speaker)}</Line>
              )}
            </div>
          ))}
          {own.rate !== null && <Line icon="coin">{rateText(own, speaker)}</Line>}
        </div>
      </div>
      <Gets say={say} speaker={speaker} page={{ own, programmes }} />
    </header>
  );
}

function Gets({ say, speaker, page: { own, programmes } }: SpaceProps) {
  const listed = {
    programmes: programmes.map(({ id }) => ({ programme: id, member: true })),
    offer: own.offer,
    rate: own.rate,
  };
  return (
    <section class="front-gets stack tight">
      <h2>{say('getsTitle')}</h2>
      {programmes.length === 0 ? (
        <p>{say('noProgramme')}</p>
      ) : (
        <>
          <p class="lead strong">{say('gets', { free: freeText(listed, programmes, speaker) })}</p>
          <p>{say('getsHow')}</p>
        </>
      )}
    </section>
  );
}

function What({ say }: Props) {
  return (
    <section class="stack tight soft">
      <h2>{say('whatTitle')}</h2>
      <p>{say('what')}</p>
      <p>
        <a href="/join">{say('howToJoin')}</a>
      </p>
    </section>
  );
}
