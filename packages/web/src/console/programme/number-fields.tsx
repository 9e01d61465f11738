/** How many votes and endorsements a programme needs, as a founding and a change of it set them. */

import type { Say } from '../../i18n/words.js';
import { TextField } from '../../ui/field.js';
import { isEndorsements, isThreshold } from './amendment.js';
import type { ProgrammeTable } from './words/load.js';

interface Props {
  readonly say: Say<ProgrammeTable>;
  readonly threshold: string;
  readonly endorsements: string;
  readonly onThreshold: (text: string) => void;
  readonly onEndorsements: (text: string) => void;
}

/** Both fields. */
export function NumberFields({ say, ...props }: Props) {
  const { threshold, endorsements, onThreshold, onEndorsements } = props;
  return (
    <>
      <TextField
        label={say('threshold')}
        hint={say('thresholdHint')}
        inputMode="numeric"
        value={threshold}
        problem={isThreshold(threshold) ? null : say('thresholdWrong')}
        onValue={onThreshold}
      />
      <TextField
        label={say('endorsementsNeeded')}
        inputMode="numeric"
        value={endorsements}
        problem={isEndorsements(endorsements) ? null : say('endorsementsWrong')}
        onValue={onEndorsements}
      />
    </>
  );
}
