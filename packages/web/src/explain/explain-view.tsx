/** One explaining page, with what the node says of its space; it explains without that too. */

import type { ComponentType } from 'preact';
import type { Say } from '../i18n/words.js';
import { loadOwnPage, type OwnPage } from '../listings/own-space.js';
import { useCommon } from '../ui/common.js';
import { Frame, LanguageSelect } from '../ui/frame.js';
import { useLoad } from '../ui/load.js';
import { Loading } from '../ui/notice.js';
import { HereView } from './here-view.js';
import { HonourView } from './honour-view.js';
import { JoinView } from './join-view.js';
import type { ExplainTable } from './words/load.js';

/** What each page is given. */
export interface PartProps {
  readonly say: Say<ExplainTable>;
  /** Null where the node does not answer: what it would add is left out. */
  readonly page: OwnPage | null;
  /** What follows the `#`. It is read here, and sent nowhere. */
  readonly fragment: string;
}

const PARTS: Readonly<Record<string, ComponentType<PartProps>>> = {
  '/honour': HonourView,
  '/here': HereView,
  '/join': JoinView,
};

interface Props {
  readonly say: Say<ExplainTable>;
  readonly path: string;
  readonly fragment: string;
}

/** The page of a path. */
export function ExplainView({ say, path, fragment }: Props) {
  const common = useCommon();
  const { loaded } = useLoad(loadOwnPage, []);
  const page = loaded.state === 'ready' ? loaded.value : null;
  const Part = PARTS[path] ?? HonourView;
  return (
    <Frame title={page?.own.name ?? say('honourTitleShort')} beside={<Languages />} narrow>
      {loaded.state === 'loading' ? (
        <Loading text={common.say('loading')} />
      ) : (
        <Part say={say} page={page} fragment={fragment} />
      )}
    </Frame>
  );
}

/** At the top: whoever reads this has not chosen its language. */
function Languages() {
  return (
    <div class="explain-languages">
      <LanguageSelect />
    </div>
  );
}
