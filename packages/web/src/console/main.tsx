/** The console page. */

import { Gate } from '../session/gate.js';
import { useSession } from '../session/use-session.js';
import { Frame } from '../ui/frame.js';
import { start } from '../ui/start.js';

/** The owner's page. */
function Console({ title }: { readonly title: string }) {
  const used = useSession();
  return (
    <Frame title={title}>
      <Gate used={used} needs="owner">
        {({ name }) => <h1>{name}</h1>}
      </Gate>
    </Frame>
  );
}

start({
  load: () => Promise.resolve({ title: 'Console' }),
  view: ({ say }) => <Console title={say('title')} />,
});
