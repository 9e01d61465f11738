/** Which visa is meant, where the wallet holds several. */

import { SelectField } from '../../ui/field.js';
import { homeName } from '../store/read-card.js';
import { useWallet } from './context.js';

/** The choice; nothing where there is one visa only. */
export function CardPicker() {
  const { say, state, chosen, choose } = useWallet();
  if (chosen === null || state.cards.length < 2) return null;
  return (
    <SelectField
      label={say('whichVisa')}
      value={chosen.id}
      choices={state.cards.map((card) => ({ value: card.id, label: homeName(card) }))}
      onValue={choose}
    />
  );
}
