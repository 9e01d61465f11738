/** A fresh claim link, to hand over: QR, copy, the owner's own mail program, mail by the node. */

import { useState } from 'preact/hooks';
import { api } from '../../api/client.js';
import type { InvitationView, MailView, MemberView, StatusView } from '../../api/owner-views.js';
import { instantText, isolated } from '../../i18n/formats.js';
import type { Say } from '../../i18n/words.js';
import { claimText } from '../../links/links.js';
import { QrCode } from '../../qr/qr-code.js';
import { Button, ButtonLink } from '../../ui/button.js';
import { useCommon } from '../../ui/common.js';
import { CopyButton } from '../../ui/copy-button.js';
import { useAction, useLoad } from '../../ui/load.js';
import { Notice } from '../../ui/notice.js';
import { Problem } from '../../ui/problem.js';
import { isMailAddress, mailtoLink } from './list.js';
import type { MembersTable } from './words/load.js';

interface Props {
  readonly say: Say<MembersTable>;
  readonly invitation: InvitationView;
}

/** The invitation. It is shown once: the node keeps the code's digest only. */
export function Invitation({ say, invitation }: Props) {
  const { language } = useCommon();
  const { member, claimCode, claimLink, claimLapses } = invitation;
  if (claimCode === null) {
    return (
      <Notice tone="good" title={say('addedTitle', { name: isolated(member.name) })}>
        <p>{say('staticAdded')}</p>
        <ButtonLink href={`/console#/members/${member.id}/card`} kind="quiet" icon="print">
          {say('printCard')}
        </ButtonLink>
      </Notice>
    );
  }
  return (
    <section class="card stack" aria-label={say('invitationTitle', { name: member.name })}>
      <h2>{say('invitationTitle', { name: isolated(member.name) })}</h2>
      {claimLink === null ? (
        <LinkHere say={say} member={member} code={claimCode} />
      ) : (
        <>
          <p>{say('invitationHint')}</p>
          <Link say={say} member={member} link={claimLink} />
          {claimLapses !== null && (
            <p class="soft small">
              {say('claimLapses', { time: instantText(language, claimLapses) })}
            </p>
          )}
        </>
      )}
    </section>
  );
}

interface HereProps {
  readonly say: Say<MembersTable>;
  readonly member: MemberView;
  readonly code: string;
}

/** Without a public address no phone gets here: what to do, and a link for this machine. */
function LinkHere({ say, member, code }: HereProps) {
  const { loaded, reload } = useLoad(() => api.get<StatusView>('/api/status'), []);
  if (loaded.state === 'failed') return <Problem error={loaded.error} onRetry={reload} />;
  if (loaded.state === 'loading') return null;
  const link = claimText({ url: location.origin, code, space: loaded.value.space });
  return (
    <>
      <Notice tone="warn" title={say('unreachableTitle')}>
        {say('unreachable', { name: isolated(member.name) })}
      </Notice>
      <details>
        <summary>{say('linkHere')}</summary>
        <div class="stack tight">
          <p class="soft small">{say('linkHereHint')}</p>
          <code class="link-text">{link}</code>
          <div class="row">
            <CopyButton text={link} label={say('copyLink')} />
          </div>
        </div>
      </details>
    </>
  );
}

interface LinkProps {
  readonly say: Say<MembersTable>;
  readonly member: MemberView;
  readonly link: string;
}

function Link({ say, member, link }: LinkProps) {
  const { loaded } = useLoad(() => api.get<MailView>('/api/mail'), []);
  const address = isMailAddress(member.contact) ? member.contact : null;
  const mayMail = loaded.state === 'ready' && loaded.value.configured;
  const body = say('mailBody', { name: member.name, link });
  return (
    <>
      <div class="qr-box">
        <QrCode text={link} label={say('claimQr', { name: member.name })} />
      </div>
      <code class="link-text">{link}</code>
      <div class="row">
        <CopyButton text={link} label={say('copyLink')} />
        {address !== null && (
          <ButtonLink href={mailtoLink(address, say('mailSubject'), body)} kind="quiet">
            {say('mailMyself')}
          </ButtonLink>
        )}
      </div>
      {address !== null && mayMail && <MailByNode say={say} id={member.id} address={address} />}
    </>
  );
}

interface MailProps {
  readonly say: Say<MembersTable>;
  readonly id: string;
  readonly address: string;
}

function MailByNode({ say, id, address }: MailProps) {
  const { busy, error, run } = useAction();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const send = async (): Promise<void> => {
    const sent = await api.post<{ readonly sentTo: string }>(`/api/members/${id}/send`);
    setSentTo(sent.sentTo);
  };
  return (
    <div class="stack tight">
      <div class="row">
        <Button kind="quiet" icon="share" busy={busy} onClick={() => run(send)}>
          {say('mailByNode', { address })}
        </Button>
      </div>
      <p class="soft small">{say('mailByNodeHint')}</p>
      <Problem error={error} />
      {sentTo !== null && <Notice tone="good">{say('mailSent', { address: sentTo })}</Notice>}
    </div>
  );
}
