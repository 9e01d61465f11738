/** The desk page. */

import { Frame } from '../ui/frame.js';
import { start } from '../ui/start.js';

start({
  load: () => Promise.resolve({ title: 'Desk' }),
  view: ({ say }) => (
    <Frame title={say('title')}>
      <h1>{say('title')}</h1>
    </Frame>
  ),
});
