/** Spaces that ask to be admitted, and the endorsement. */

import { useState } from 'preact/hooks';
import { api } from '../../api/client.js';
import type { ApplicantView, ProgrammeView } from '../../api/programme-views.js';
import { isolated } from '../../i18n/formats.js';
import type { Say } from '../../i18n/words.js';
import type { NameOf } from '../../terms/terms-texts.js';
import { Button } from '../../ui/button.js';
import { Ask } from '../parts/ask.js';
import { openApplicants } from './standing.js';
import type { ProgrammeTable } from './words/load.js';

interface Props {
  readonly say: Say<ProgrammeTable>;
  readonly programme: ProgrammeView;
  readonly nameOf: NameOf;
  readonly onChanged: () => void;
}

/** All of them; nothing where nobody asks. */
export function Applicants({ say, programme, nameOf, onChanged }: Props) {
  const [asked, setAsked] = useState<ApplicantView | null>(null);
  if (programme.applicants.length === 0) return null;
  const open = openApplicants(programme);
  const nameOfApplicant = ({ space, name }: ApplicantView): string => name ?? nameOf(space);
  const endorse = async ({ space }: ApplicantView): Promise<void> => {
    await api.post(`/api/programmes/${programme.id}/endorse`, { space });
    onChanged();
  };
  return (
    <section class="stack tight">
      <h3>{say('applicants')}</h3>
      <ul class="plain rows">
        {programme.applicants.map((applicant) => (
          <li key={applicant.space} class="row-plain">
            <span class="grow">
              <strong>
                <bdi>{nameOfApplicant(applicant)}</bdi>
              </strong>
              <span class="row-detail soft small">
                {say('endorsements', { have: applicant.endorsements, needed: applicant.needed })}
                {applicant.again && ` · ${say('again')}`}
              </span>
            </span>
            {open.includes(applicant) ? (
              <Button onClick={() => setAsked(applicant)}>{say('endorse')}</Button>
            ) : (
              applicant.endorsedByUs && <span class="badge good">{say('endorsed')}</span>
            )}
          </li>
        ))}
      </ul>
      {asked !== null && (
        <Ask
          title={say('endorseTitle', { name: isolated(nameOfApplicant(asked)) })}
          verb={say('endorse')}
          act={() => endorse(asked)}
          onClose={() => setAsked(null)}
        >
          <p>{say('endorseText')}</p>
        </Ask>
      )}
    </section>
  );
}
