/** The section Programme: all of them, and by its route a new one, or a change of one. */

import type { Listing } from '@covisa/protocol';
import { api } from '../../api/client.js';
import type { ProfileView, StatusView } from '../../api/owner-views.js';
import type { ProgrammeView } from '../../api/programme-views.js';
import type { Say } from '../../i18n/words.js';
import { namesOf } from '../../listings/directory.js';
import { ButtonLink } from '../../ui/button.js';
import { useCommon } from '../../ui/common.js';
import { useLoad } from '../../ui/load.js';
import { Loading } from '../../ui/notice.js';
import { Problem } from '../../ui/problem.js';
import { useWords } from '../../ui/use-words.js';
import { BackLink } from '../parts/back-link.js';
import { ChangeProgramme } from './change-programme.js';
import { ProgrammeCard } from './programme-card.js';
import { StartProgramme } from './start-programme.js';
import { loadProgrammeWords, type ProgrammeTable } from './words/load.js';

function load() {
  return Promise.all([
    api.get<readonly ProgrammeView[]>('/api/programmes'),
    api.get<readonly Listing[]>('/api/directory'),
    api.get<ProfileView>('/api/profile'),
    api.get<StatusView>('/api/status'),
  ]);
}

/** The section. `path` is what follows `programme/` in the route. */
export function Programmes({ path }: { readonly path: readonly string[] }) {
  const common = useCommon();
  const say = useWords(loadProgrammeWords);
  const { loaded, reload } = useLoad(load, []);
  if (loaded.state === 'failed') return <Problem error={loaded.error} onRetry={reload} />;
  if (loaded.state === 'loading' || say === null) return <Loading text={common.say('loading')} />;
  return (
    <div class="stack">
      <Problem error={loaded.error} onRetry={reload} />
      <Part say={say} path={path} loaded={loaded.value} onChanged={reload} />
    </div>
  );
}

interface PartProps {
  readonly say: Say<ProgrammeTable>;
  readonly path: readonly string[];
  readonly loaded: Awaited<ReturnType<typeof load>>;
  readonly onChanged: () => void;
}

function Part({ say, path, loaded, onChanged }: PartProps) {
  const [programmes, listings, { offer }, { space }] = loaded;
  const nameOf = namesOf(listings);
  const [first = '', second] = path;
  const chosen = programmes.find(({ id }) => id === first);
  if (chosen !== undefined && second === 'change') {
    const parts = { say, programme: chosen, nameOf };
    return <ChangeProgramme {...parts} onChanged={onChanged} />;
  }
  if (first === 'start' || programmes.length === 0) {
    return (
      <div class="stack column">
        {programmes.length > 0 && <BackLink href="#/programme" text={say('title')} />}
        <h1>{say('startTitle')}</h1>
        <StartProgramme say={say} onStarted={onChanged} />
      </div>
    );
  }
  return (
    <div class="stack wide">
      <div class="row apart">
        <h1>{say('title')}</h1>
        <ButtonLink href="#/programme/start" kind="quiet" icon="plus">
          {say('startAnother')}
        </ButtonLink>
      </div>
      {programmes.map((programme) => (
        <ProgrammeCard
          key={programme.id}
          say={say}
          programme={programme}
          ours={space}
          offer={offer}
          nameOf={nameOf}
          onChanged={onChanged}
        />
      ))}
    </div>
  );
}
