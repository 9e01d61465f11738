/** The plain code for a reception that has never heard of any of this: it leads to the home. */

import { QrCode } from '../../qr/qr-code.js';
import { Button } from '../../ui/button.js';
import { useCommon } from '../../ui/common.js';
import { Dialog } from '../../ui/dialog.js';
import { useWallet } from '../app/context.js';
import type { ClaimedCard } from '../store/cards.js';
import { homeName } from '../store/read-card.js';

interface Props {
  readonly card: ClaimedCard;
  readonly onClose: () => void;
}

/** Shows the link to the home's page that explains; there is nothing secret in it. */
export function HonourDialog({ card, onClose }: Props) {
  const { say } = useWallet();
  const common = useCommon();
  const link = `${card.home.url}/honour`;
  const name = homeName(card);
  return (
    <Dialog title={say('honourTitle')} onClose={onClose}>
      <p>{say('honour', { name })}</p>
      <QrCode text={link} label={say('honourLabel', { name })} />
      <p class="small">
        <a href={link} target="_blank" rel="noreferrer">
          <bdi>{link}</bdi>
        </a>
      </p>
      <Button kind="quiet" onClick={onClose}>
        {common.say('close')}
      </Button>
    </Dialog>
  );
}
