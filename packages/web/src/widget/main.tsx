/** The widget: the directory inside of another web page. Its links open in the whole window. */

import { start } from '../ui/start.js';
import { parseOptions } from './options.js';
import './widget.css';
import { WidgetView } from './widget-view.js';
import { loadWidgetWords } from './words/load.js';

const { language, hasMap } = parseOptions(location.hash);

start({
  ...(language !== null && { language }),
  load: loadWidgetWords,
  view: ({ say }) => <WidgetView say={say} hasMap={hasMap} />,
});
