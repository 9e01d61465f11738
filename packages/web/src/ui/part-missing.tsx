/** A part of the page, or its words, did not come. */

import type { Language } from '../i18n/languages.js';
import { Button } from './button.js';
import { Notice } from './notice.js';
import { PART_MISSING } from './words/part-missing.js';

/**
 * Says so, and offers to load the page anew: browsers keep in mind that a file did not come, so
 * that asking for it again would not bring it.
 */
export function PartMissing({ language }: { readonly language: Language }) {
  const { text, again } = PART_MISSING[language];
  return (
    <Notice tone="bad">
      <p>{text}</p>
      <Button kind="link" onClick={() => location.reload()}>
        {again}
      </Button>
    </Notice>
  );
}
