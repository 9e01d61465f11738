/** Terms in plain words, folded away until somebody wants to read them. */

import './terms.css';
import type { Sentences, TermsTexts } from './terms-texts.js';

interface Props {
  readonly title: string;
  /** Titles of the parts; the first, what is free, needs none. */
  readonly titles: { readonly who: string; readonly when: string; readonly between: string };
  readonly texts: TermsTexts;
  readonly isOpen?: boolean;
}

/** A text that opens; nothing where there is nothing to say. */
export function TermsView({ title, titles, texts, isOpen = false }: Props) {
  if (Object.values(texts).every((part) => part.length === 0)) return null;
  return (
    <details class="terms" open={isOpen}>
      <summary>{title}</summary>
      <div class="stack tight">
        <Part sentences={[...texts.free, ...texts.included]} />
        <Part title={titles.who} sentences={texts.who} />
        <Part title={titles.when} sentences={texts.when} />
        <Part title={titles.between} sentences={texts.between} />
      </div>
    </details>
  );
}

function Part({ title, sentences }: { readonly title?: string; readonly sentences: Sentences }) {
  if (sentences.length === 0) return null;
  return (
    <>
      {title !== undefined && <p class="strong">{title}</p>}
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  );
}
