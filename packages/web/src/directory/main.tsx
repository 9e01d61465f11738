/** The directory page: the programme's spaces, for everybody. */

import { Frame } from '../ui/frame.js';
import { start } from '../ui/start.js';
import './directory.css';
import { DirectoryView } from './directory-view.js';
import { loadDirectoryWords } from './words/load.js';

start({
  load: loadDirectoryWords,
  view: ({ say }) => (
    <Frame title={say('title')}>
      <DirectoryView say={say} />
    </Frame>
  ),
});
