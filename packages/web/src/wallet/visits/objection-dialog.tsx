/** "This is not right": the member tells the home, in their own words, signed by their key. */

import { OBJECTION_CHARACTERS_MAX, type WalletVisit } from '@covisa/protocol';
import { useState } from 'preact/hooks';
import { dateText } from '../../i18n/formats.js';
import { Button } from '../../ui/button.js';
import { useCommon } from '../../ui/common.js';
import { Dialog } from '../../ui/dialog.js';
import { TextArea } from '../../ui/field.js';
import { useAction } from '../../ui/load.js';
import { useWallet } from '../app/context.js';
import { HomeProblem } from '../app/home-problem.js';
import type { ClaimedCard } from '../store/cards.js';
import { homeName } from '../store/read-card.js';

interface Props {
  readonly card: ClaimedCard;
  readonly visit: WalletVisit;
  /** The host's. */
  readonly name: string;
  readonly onClose: () => void;
}

/** The dialog. What was typed stays when sending fails. */
export function ObjectionDialog({ card, visit, name, onClose }: Props) {
  const { say, language, wallet } = useWallet();
  const common = useCommon();
  const [note, setNote] = useState('');
  const { busy, error, run } = useAction();
  const send = async (): Promise<void> => {
    const { host, date } = visit;
    await wallet.object(card, { host, date, note: note.trim() });
    onClose();
  };
  return (
    <Dialog title={say('notRight')} onClose={onClose}>
      <p>
        <bdi>{say('objectionWhat', { name, date: dateText(language, visit.date) })}</bdi>
      </p>
      <p>{say('objectionHow', { name: homeName(card) })}</p>
      <TextArea
        label={say('objectionNote')}
        value={note}
        onValue={setNote}
        maxLength={OBJECTION_CHARACTERS_MAX}
      />
      <HomeProblem card={card} error={error} />
      <div class="row">
        <Button busy={busy} onClick={() => run(send)}>
          {say('objectionSend')}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {common.say('cancel')}
        </Button>
      </div>
    </Dialog>
  );
}
