/** The link by which other spaces join through this node. */

import { useState } from 'preact/hooks';
import { api } from '../../api/client.js';
import type { ProgrammeView } from '../../api/programme-views.js';
import type { Say } from '../../i18n/words.js';
import { QrCode } from '../../qr/qr-code.js';
import { Button } from '../../ui/button.js';
import { CopyButton } from '../../ui/copy-button.js';
import { useAction } from '../../ui/load.js';
import { Problem } from '../../ui/problem.js';
import type { ProgrammeTable } from './words/load.js';

interface Props {
  readonly say: Say<ProgrammeTable>;
  readonly programme: ProgrammeView;
}

/** A button, and then the link. */
export function InviteLink({ say, programme }: Props) {
  const { busy, error, run } = useAction();
  const [link, setLink] = useState<string | null>(null);
  const ask = async (): Promise<void> => {
    const path = `/api/programmes/${programme.id}/invite`;
    setLink((await api.post<{ readonly link: string }>(path)).link);
  };
  if (link === null) {
    return (
      <div class="stack tight">
        <div class="row">
          <Button kind="quiet" icon="share" busy={busy} onClick={() => run(ask)}>
            {say('invite')}
          </Button>
        </div>
        <Problem error={error} />
      </div>
    );
  }
  return (
    <div class="stack tight">
      <p>{say('inviteHint')}</p>
      <div class="qr-box">
        <QrCode text={link} label={say('inviteQr', { name: programme.name })} />
      </div>
      <code class="link-text">{link}</code>
      <CopyButton text={link} />
    </div>
  );
}
