/** The desk page. */

import { start } from '../ui/start.js';
import './desk.css';
import { DeskPage } from './desk-page.js';
import { loadDeskWords } from './words/load.js';

start({ load: loadDeskWords, view: DeskPage });
