/** The console page: the owner's, and first set-up at `/set-up`. */

import type { Say } from '../i18n/words.js';
import { Gate } from '../session/gate.js';
import { mayAct } from '../session/session.js';
import { useSession } from '../session/use-session.js';
import { Frame } from '../ui/frame.js';
import { useAction, useLoad } from '../ui/load.js';
import { Problem, RefusalWords } from '../ui/problem.js';
import { takeFragment } from '../ui/route.js';
import { start } from '../ui/start.js';
import { UpdatePrompt } from '../ui/update.js';
import { ConsoleContext, refusalWords } from './parts/context.js';
import { Navigation, Shell, SignOut } from './shell.js';
import { type ConsoleTable, loadConsoleWords } from './words/load.js';
import './console.css';

const isSetUp = location.pathname === '/set-up';
/** What stands behind the `#` of the set-up link: taken before anything else can read it. */
const setUpToken = isSetUp ? takeFragment() : '';

/** The owner's page. */
function Console({ say }: { readonly say: Say<ConsoleTable> }) {
  const used = useSession();
  const { error, run } = useAction();
  const { loaded } = used;
  const isIn = loaded.state === 'ready' && mayAct(loaded.value.signedIn, 'owner');
  return (
    <Frame
      title={say('console')}
      beside={
        isIn && (
          <>
            <Navigation />
            <SignOut onSignOut={() => run(used.signOut)} />
          </>
        )
      }
    >
      <Problem error={error} />
      <Gate used={used} needs="owner">
        {() => <Shell onSessionLost={used.reload} />}
      </Gate>
    </Frame>
  );
}

/** First set-up, in a file of its own: it is needed once. */
function SetUp() {
  const { loaded, reload } = useLoad(() => import('./set-up/page.js'), []);
  if (loaded.state === 'loading') return null;
  if (loaded.state === 'failed') return <Problem error={loaded.error} onRetry={reload} />;
  const { SetUpPage } = loaded.value;
  return <SetUpPage token={setUpToken} />;
}

start({
  load: loadConsoleWords,
  view: ({ say, language }) => (
    <ConsoleContext.Provider value={say}>
      <RefusalWords.Provider value={refusalWords(language, say)}>
        {isSetUp ? <SetUp /> : <Console say={say} />}
        <UpdatePrompt />
      </RefusalWords.Provider>
    </ConsoleContext.Provider>
  ),
});
