/**
 * The explaining pages, for people who came by a link or a code and know nothing of covisa: which
 * one is shown is said by the path.
 */

import { start } from '../ui/start.js';
import './explain.css';
import { ExplainView } from './explain-view.js';
import { loadExplainWords } from './words/load.js';

start({
  load: loadExplainWords,
  view: ({ say }) => (
    <ExplainView say={say} path={location.pathname} fragment={location.hash.slice(1)} />
  ),
});
