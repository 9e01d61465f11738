/** What reception adds to a visit where the terms ask for it: half day, who came along, notice. */

import type { Offer, Terms } from '@covisa/protocol';
import { useState } from 'preact/hooks';
import { CheckField, SelectField } from '../../ui/field.js';
import { useDesk } from '../context.js';
import type { VisitFacts } from '../node/desk-node.js';

/** People that came along, in the choice; more than any terms include. */
const COMPANIONS_MAX = 12;

interface Props {
  readonly facts: VisitFacts;
  /** Judges again with these. */
  readonly onFacts: (facts: VisitFacts) => void;
}

/** Which facts some of the rules speak of. */
function askedBy(rules: readonly (Terms | Offer | null)[]) {
  return {
    halfDay: rules.some((one) => one?.halfDays?.allowed === true),
    party: rules.some((one) => one?.party !== undefined),
    notice: rules.some((one) => one?.notice !== undefined && one.notice.kind !== 'none'),
  };
}

/** The panel; nothing where no terms mention any of it. */
export function FactsPanel({ facts, onFacts }: Props) {
  const { say, day, language } = useDesk();
  const isTouched = facts.halfDay || facts.party > 0 || facts.notice;
  const [isOpen, setIsOpen] = useState(isTouched);
  const programmes = day?.programmes.map(({ terms }) => terms) ?? [];
  const asked = askedBy([...programmes, day?.offer ?? null]);
  if (!asked.halfDay && !asked.party && !asked.notice) return null;
  const numbers = Array.from({ length: COMPANIONS_MAX + 1 }, (_, n) => n);
  const format = new Intl.NumberFormat(language);
  return (
    <details open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{say('moreTitle')}</summary>
      <div class="stack tight">
        {asked.halfDay && (
          <CheckField
            label={say('halfDay')}
            checked={facts.halfDay}
            onChecked={(halfDay) => onFacts({ ...facts, halfDay })}
          />
        )}
        {asked.notice && (
          <CheckField
            label={say('noticeGiven')}
            checked={facts.notice}
            onChecked={(notice) => onFacts({ ...facts, notice })}
          />
        )}
        {asked.party && (
          <SelectField
            label={say('companions')}
            value={String(facts.party)}
            choices={numbers.map((n) => ({ value: String(n), label: format.format(n) }))}
            onValue={(party) => onFacts({ ...facts, party: Number(party) })}
          />
        )}
      </div>
    </details>
  );
}
