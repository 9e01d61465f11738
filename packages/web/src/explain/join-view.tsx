/** An invitation to a programme, for owners: what it is, and what to do with the link. */

import type { Programme } from '../listings/programme.js';
import { useListingsSpeaker } from '../listings/use-listings-speaker.js';
import { termsTexts } from '../terms/terms-texts.js';
import { TermsView } from '../terms/terms-view.js';
import { CopyText } from '../ui/copy-text.js';
import { Notice } from '../ui/notice.js';
import { useTitle } from '../ui/use-title.js';
import type { PartProps } from './explain-view.js';

/** The programme that an invitation's fragment `PROGRAMME.INTRODUCER` names. */
function programmeOf(programmes: readonly Programme[], fragment: string): Programme | null {
  const [id = ''] = fragment.split('.');
  return programmes.find((one) => one.id === id) ?? null;
}

/** The page. */
export function JoinView({ say, page, fragment }: PartProps) {
  const programme = programmeOf(page?.programmes ?? [], fragment);
  const isInvitation = /^[^.]{43}\.[^.]{43}$/u.test(fragment);
  const title =
    programme === null ? say('joinTitlePlain') : say('joinTitle', { programme: programme.name });
  useTitle(title);
  return (
    <div class="stack wide explain">
      {fragment !== '' && !isInvitation && (
        <Notice tone="warn" title={say('joinTornTitle')}>
          {say('joinTorn')}
        </Notice>
      )}
      <header class="stack">
        <h1>{title}</h1>
        <p class="lead">
          {programme === null || page === null
            ? say('joinLeadPlain')
            : say('joinLead', { name: page.own.name })}
        </p>
        {programme !== null && <About say={say} programme={programme} />}
      </header>
      <section class="stack">
        <h2>{say('joinHaveTitle')}</h2>
        {isInvitation ? <InvitationLink say={say} /> : <p>{say('joinNoLink')}</p>}
        <p>{say('joinNext')}</p>
      </section>
      <section class="stack">
        <h2>{say('joinNoneTitle')}</h2>
        <ol class="steps">
          <li>
            <p>{say('joinNone1')}</p>
          </li>
          <li>
            <p>{say('joinNone2')}</p>
            <p>
              <code>npm install && npm start</code>
            </p>
          </li>
          <li>
            <p>{say('joinNone3')}</p>
          </li>
        </ol>
        <p class="soft">{say('joinFree')}</p>
      </section>
      <p>
        <a href="/directory">{say('seeSpaces')}</a>
      </p>
    </div>
  );
}

interface AboutProps extends Pick<PartProps, 'say'> {
  readonly programme: Programme;
}

function About({ say, programme }: AboutProps) {
  const speaker = useListingsSpeaker();
  const { name, purpose, members, admitted, terms } = programme;
  return (
    <>
      <p>
        <bdi>{purpose}</bdi> {say('joinSpaces', { count: members + admitted })}
      </p>
      {speaker !== null && (
        <TermsView
          title={say('joinTerms', { programme: name })}
          titles={{ who: say('whoTitle'), when: say('whenTitle'), between: say('betweenTitle') }}
          texts={termsTexts(terms, speaker.catalogue)}
        />
      )}
    </>
  );
}

/** The page's own address is the invitation. */
function InvitationLink({ say }: Pick<PartProps, 'say'>) {
  return (
    <>
      <p>{say('joinHave')}</p>
      <CopyText text={location.href} label={say('joinLink')} action={say('joinCopy')} />
    </>
  );
}
