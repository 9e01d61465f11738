/** What reception adds to a visit where the terms ask for it: half day, who came along, notice. */

import type { Offer, Terms } from '@covisa/protocol';
import { useEffect, useRef, useState } from 'preact/hooks';
import { CheckField, SelectField } from '../../ui/field.js';
import { useDesk } from '../context.js';
import type { VisitFacts } from '../node/desk-node.js';

/** People that came along, in the choice; more than any terms include. */
const COMPANIONS_MAX = 12;

interface Props {
  /** What the verdict on the screen was made with. */
  readonly facts: VisitFacts;
  /** A call is under way. */
  readonly isBusy: boolean;
  /** The last call failed. */
  readonly hasFailed: boolean;
  /** Judges again with these. */
  readonly onFacts: (facts: VisitFacts) => void;
}

/** Which facts some of the rules speak of. */
function askedBy(sources: readonly (Terms | Offer | null)[]) {
  return {
    halfDay: sources.some((one) => one?.halfDays?.allowed === true),
    party: sources.some((one) => one?.party !== undefined),
    notice: sources.some((one) => one?.notice !== undefined && one.notice.kind !== 'none'),
  };
}

function isSame(one: VisitFacts, other: VisitFacts): boolean {
  return one.halfDay === other.halfDay && one.party === other.party && one.notice === other.notice;
}

/** The panel; nothing where no terms mention any of it. */
export function FactsPanel({ facts, isBusy, hasFailed, onFacts }: Props) {
  const { say, day, language } = useDesk();
  const [isOpen, setIsOpen] = useState(false);
  // What was chosen shows at once; one call at a time follows it.
  const [chosen, setChosen] = useState(facts);
  const asked = useRef(facts);
  useEffect(() => {
    if (isBusy) return;
    if (hasFailed && isSame(chosen, asked.current)) {
      setChosen(facts);
    } else if (!isSame(chosen, facts)) {
      asked.current = chosen;
      onFacts(chosen);
    }
  }, [isBusy, chosen]);
  const programmes = day?.programmes.map(({ terms }) => terms) ?? [];
  const rules = askedBy([...programmes, day?.offer ?? null]);
  if (!rules.halfDay && !rules.party && !rules.notice) return null;
  const numbers = Array.from({ length: COMPANIONS_MAX + 1 }, (_, n) => n);
  const format = new Intl.NumberFormat(language);
  return (
    <details open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{say('moreTitle')}</summary>
      <div class="stack tight">
        {rules.halfDay && (
          <CheckField
            label={say('halfDay')}
            checked={chosen.halfDay}
            onChecked={(halfDay) => setChosen({ ...chosen, halfDay })}
          />
        )}
        {rules.notice && (
          <CheckField
            label={say('noticeGiven')}
            checked={chosen.notice}
            onChecked={(notice) => setChosen({ ...chosen, notice })}
          />
        )}
        {rules.party && (
          <SelectField
            label={say('companions')}
            value={String(chosen.party)}
            choices={numbers.map((n) => ({ value: String(n), label: format.format(n) }))}
            onValue={(party) => setChosen({ ...chosen, party: Number(party) })}
          />
        )}
      </div>
    </details>
  );
}
