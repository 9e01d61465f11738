/** A place in words: `52.5200° N, 13.4050° E`. */

import type { Place } from '@covisa/protocol';
import type { Say } from '../i18n/words.js';
import type { MapTable } from './words/load.js';

/** Degrees with four decimals, north or south, east or west. */
export function placeText({ latitude, longitude }: Place, say: Say<MapTable>): string {
  const degrees = (value: number) => ({ degrees: Math.abs(value).toFixed(4) });
  return [
    say(latitude < 0 ? 'south' : 'north', degrees(latitude)),
    say(longitude < 0 ? 'west' : 'east', degrees(longitude)),
  ].join(', ');
}
