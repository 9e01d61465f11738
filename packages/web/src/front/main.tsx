/** The front page: what this node is, and the doors for members, reception, owner and everybody. */

import { start } from '../ui/start.js';
import './front.css';
import { FrontView } from './front-view.js';
import { loadFrontWords } from './words/load.js';

start({ load: loadFrontWords, view: ({ say }) => <FrontView say={say} /> });
