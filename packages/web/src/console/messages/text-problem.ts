/** What is wrong with the text of a message, in words. */

import type { Say } from '../../i18n/words.js';
import type { MessageProblem } from './message-draft.js';
import type { MessagesTable } from './words/load.js';

/** The sentence; null: nothing is wrong. */
export function textProblem(
  say: Say<MessagesTable>,
  wrong: readonly MessageProblem[],
): string | null {
  if (wrong.includes('text')) return say('textWrong');
  return wrong.includes('textLong') ? say('textLong') : null;
}
