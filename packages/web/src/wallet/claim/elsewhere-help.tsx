/** For who opened the invitation at the wrong place: on a computer, or beside another wallet. */

import { type ClaimLink, claimText } from '../../links/links.js';
import { QrCode } from '../../qr/qr-code.js';
import { CopyText } from '../../ui/copy-text.js';
import { useWallet } from '../app/context.js';

/** The link as a code to scan and a text to copy. */
export function ElsewhereHelp({ link }: { readonly link: ClaimLink }) {
  const { say } = useWallet();
  return (
    <details class="card">
      <summary>{say('elsewhereTitle')}</summary>
      <div class="stack">
        <p>{say('elsewhere')}</p>
        <div class="qr-small">
          <QrCode text={claimText(link)} label={say('elsewhereLabel')} />
        </div>
        <CopyText text={claimText(link)} label={say('elsewhereLabel')} action={say('copyLink')} />
        <p class="soft small">{say('elsewhereOnce')}</p>
      </div>
    </details>
  );
}
