/**
 * A static visa as a card of a credit card's size, to be printed. The home prints the member's full
 * name from its own list, for desks to compare with a photo ID; the code has the display name only.
 */

import { api } from '../../api/client.js';
import type { MemberView, StatusView } from '../../api/owner-views.js';
import { dateText } from '../../i18n/formats.js';
import type { Say } from '../../i18n/words.js';
import { QrCode } from '../../qr/qr-code.js';
import { Button } from '../../ui/button.js';
import { useCommon } from '../../ui/common.js';
import { Mark } from '../../ui/icon.js';
import { useLoad } from '../../ui/load.js';
import { Loading, Notice } from '../../ui/notice.js';
import { Problem } from '../../ui/problem.js';
import { BackLink } from '../parts/back-link.js';
import { useConsole } from '../parts/context.js';
import { cardEnd } from './list.js';
import type { MembersTable } from './words/load.js';

interface Props {
  readonly say: Say<MembersTable>;
  readonly member: MemberView;
}

/** The page. The token is shown here and nowhere else: whoever has the card has the visa. */
export function MemberCard({ say, member }: Props) {
  const common = useCommon();
  const console = useConsole();
  const { loaded, reload } = useLoad(
    () =>
      Promise.all([
        api.get<{ readonly token: string }>(`/api/members/${member.id}/static-token`),
        api.get<StatusView>('/api/status'),
      ]),
    [member.id],
  );
  return (
    <div class="stack">
      <BackLink href={`#/members/${member.id}`} text={member.name} />
      <h1 class="no-print">{say('cardTitle')}</h1>
      <div class="no-print">
        <Notice tone="info">{say('cardHint')}</Notice>
      </div>
      {loaded.state === 'loading' && <Loading text={common.say('loading')} />}
      {loaded.state === 'failed' && <Problem error={loaded.error} onRetry={reload} />}
      {loaded.state === 'ready' && (
        <>
          {loaded.value[1].publicUrl === null && (
            <div class="no-print">
              <Notice tone="warn">{say('cardNoAddress')}</Notice>
            </div>
          )}
          <div class="visa-card">
            <QrCode text={loaded.value[0].token} label={say('cardQr', { name: member.name })} />
            <div class="visa-card-text">
              <span class="row">
                <Mark />
                <strong>{say('cardVisa')}</strong>
              </span>
              <bdi class="strong">{member.name}</bdi>
              <bdi>{loaded.value[1].name}</bdi>
              <span class="small">
                {say('cardValid', { date: dateText(common.language, cardEnd(member)) })}
              </span>
              <span class="small">{say('cardPhotoId')}</span>
            </div>
          </div>
          <div class="row no-print">
            <Button icon="print" onClick={() => print()}>
              {console('print')}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
