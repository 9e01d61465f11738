/** The front page. */

import { Frame } from '../ui/frame.js';
import { start } from '../ui/start.js';

start({
  load: () => Promise.resolve({ title: 'Front' }),
  view: ({ say }) => (
    <Frame title={say('title')}>
      <h1>{say('title')}</h1>
    </Frame>
  ),
});
