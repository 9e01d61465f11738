/** What went wrong, as a sentence that says what to do, with a way to try again. */

import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { Refused, Unreachable } from '../platform/network.js';
import { Button } from './button.js';
import { type Common, useCommon } from './common.js';
import { Notice } from './notice.js';

/**
 * The sentence for an error. `known` are the page's own sentences by the code of a refusal; without
 * one the node's own sentence, which ends with the remedy, is shown.
 */
export function problemText(
  error: unknown,
  say: Common['say'],
  known: Readonly<Record<string, string>> = {},
): string {
  if (error instanceof Unreachable) return say('nodeUnreachable');
  if (!(error instanceof Refused)) return error instanceof Error ? error.message : String(error);
  if (error.retryAfterSeconds !== null)
    return say('tooManyTries', { count: error.retryAfterSeconds });
  return known[error.code] ?? error.message;
}

/**
 * A page's sentences by the code of a refusal, for readers of other languages than the node's own;
 * what the node says itself, which knows more, is shown below them.
 */
export const RefusalWords = createContext<Readonly<Record<string, string>>>({});

interface Props {
  /** null: nothing is shown. */
  readonly error: unknown;
  readonly known?: Readonly<Record<string, string>>;
  /** The page's sentence for any other refusal; what the node says is shown below it. */
  readonly otherwise?: string;
  readonly onRetry?: () => void;
}

/** An error as a notice. */
export function Problem({ error, known, otherwise, onRetry }: Props) {
  const { say } = useCommon();
  const words = useContext(RefusalWords);
  if (error === null || error === undefined) return null;
  const isUnreachable = error instanceof Unreachable;
  const isGeneral =
    error instanceof Refused && error.retryAfterSeconds === null && !known?.[error.code];
  const general = isGeneral ? (words[error.code] ?? otherwise) : undefined;
  return (
    <Notice tone="bad" title={say(isUnreachable ? 'nodeUnreachableTitle' : 'failedTitle')}>
      {general !== undefined && <p>{general}</p>}
      <p {...(general !== undefined && { lang: 'en', class: 'small' })}>
        {problemText(error, say, known)}
      </p>
      {onRetry && (
        <Button kind="link" onClick={onRetry}>
          {say('tryAgain')}
        </Button>
      )}
    </Notice>
  );
}

/** Says so when the page cannot use camera, keys or offline storage at this address. */
export function InsecureNotice() {
  const { say } = useCommon();
  if (isSecureContext) return null;
  return (
    <Notice tone="warn" title={say('insecureTitle')}>
      {say('insecure')}
    </Notice>
  );
}
