/** The section Settings: its parts by route. */

import { api } from '../../api/client.js';
import type { ProfileView, StatusView } from '../../api/owner-views.js';
import { useCommon } from '../../ui/common.js';
import { useLoad } from '../../ui/load.js';
import { Loading } from '../../ui/notice.js';
import { Problem } from '../../ui/problem.js';
import { useWords } from '../../ui/use-words.js';
import { Tabs } from '../parts/tabs.js';
import { AccessPart } from './access-part.js';
import { DeskPart } from './desk-part.js';
import { KeysPart } from './keys-part.js';
import { NodePart } from './node-part.js';
import { OfferPart } from './offer-part.js';
import type { PartProps } from './part.js';
import { PosterPage } from './poster-page.js';
import { PostersPart } from './posters-part.js';
import { SpacePart } from './space-part.js';
import { VenuePage } from './venue-page.js';
import { VenuesPart } from './venues-part.js';
import { loadSettingsWords } from './words/load.js';

/** In the order of the tabs. */
const PARTS = ['space', 'venues', 'offer', 'desk', 'access', 'posters', 'keys', 'node'] as const;

function load() {
  return Promise.all([api.get<ProfileView>('/api/profile'), api.get<StatusView>('/api/status')]);
}

/** The section. `path` is what follows `settings/` in the route. */
export function Settings({ path }: { readonly path: readonly string[] }) {
  const common = useCommon();
  const say = useWords(loadSettingsWords);
  const { loaded, reload } = useLoad(load, []);
  if (loaded.state === 'failed') return <Problem error={loaded.error} onRetry={reload} />;
  if (loaded.state === 'loading' || say === null) return <Loading text={common.say('loading')} />;
  const [profile, status] = loaded.value;
  return (
    <div class="stack">
      <Problem error={loaded.error} onRetry={reload} />
      <Part path={path} parts={{ say, profile, status, onChanged: reload }} />
    </div>
  );
}

interface Props {
  readonly path: readonly string[];
  readonly parts: PartProps;
}

function Part({ path, parts }: Props) {
  const { say } = parts;
  const [first = 'space', second] = path;
  const part = PARTS.find((one) => one === first) ?? 'space';
  if (part === 'venues' && second !== undefined) return <VenuePage {...parts} id={second} />;
  if (part === 'posters' && second !== undefined) return <PosterPage {...parts} id={second} />;
  return (
    <div class="stack">
      <h1>{say('title')}</h1>
      <Tabs
        label={say('title')}
        tabs={PARTS.map((one) => ({
          href: `#/settings/${one}`,
          text: say(`tab-${one}`),
          isCurrent: one === part,
        }))}
      />
      {part === 'space' && <SpacePart {...parts} />}
      {part === 'venues' && <VenuesPart {...parts} />}
      {part === 'offer' && <OfferPart {...parts} />}
      {part === 'desk' && <DeskPart {...parts} />}
      {part === 'access' && <AccessPart say={say} />}
      {part === 'posters' && <PostersPart {...parts} />}
      {part === 'keys' && <KeysPart {...parts} />}
      {part === 'node' && <NodePart {...parts} />}
    </div>
  );
}
