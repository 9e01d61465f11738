/** Who recorded a visit or a refusal, in the page's words. */

import type { RecorderView } from '../api/desk-views.js';
import { isolated } from '../i18n/formats.js';
import type { Common } from './common.js';

/** `by Robin`, `by the owner`. */
export function recorderText({ kind, name }: RecorderView, say: Common['say']): string {
  return name === null ? say(`by-${kind}`) : say('by', { name: isolated(name) });
}
