/** The scans that were kept while the node was away: what they came to, and what to do. */

import { useState } from 'preact/hooks';
import { Refused } from '../../platform/network.js';
import { Button } from '../../ui/button.js';
import { useCommon } from '../../ui/common.js';
import { Dialog } from '../../ui/dialog.js';
import { problemText } from '../../ui/problem.js';
import { visibleName } from '../../ui/visible-name.js';
import { useDesk } from '../context.js';
import { summaryOf } from '../verdict/summary.js';
import type { KeptScan } from './kept-scans.js';
import type { Kept, KeptVerdict } from './use-kept.js';

interface Props {
  readonly kept: Kept;
  readonly isNear: boolean;
  readonly onOpen: (scan: KeptScan) => void;
}

/** The list; nothing while no scan waits. */
export function KeptPanel({ kept, isNear, onOpen }: Props) {
  const { say } = useDesk();
  const [discarding, setDiscarding] = useState<KeptScan | null>(null);
  const { scans, verdicts } = kept;
  if (scans.length === 0) return null;
  return (
    <section class="card kept" aria-labelledby="kept">
      <h2 id="kept">{say('keptList')}</h2>
      <p class="soft" role="status">
        {say(isNear ? 'keptReady' : 'keptWaiting', { count: scans.length })}
      </p>
      <ul class="plain visits">
        {scans.map((scan) => (
          <KeptRow
            key={scan.id}
            scan={scan}
            verdict={verdicts.get(scan.id)}
            isNear={isNear}
            onOpen={() => onOpen(scan)}
            onDiscard={() => setDiscarding(scan)}
          />
        ))}
      </ul>
      {discarding !== null && (
        <DiscardDialog
          onClose={() => setDiscarding(null)}
          onDiscard={() => {
            kept.discard(discarding.id);
            setDiscarding(null);
          }}
        />
      )}
    </section>
  );
}

interface RowProps {
  readonly scan: KeptScan;
  readonly verdict: KeptVerdict | undefined;
  readonly isNear: boolean;
  readonly onOpen: () => void;
  readonly onDiscard: () => void;
}

/** Whether the node has said no to the scan itself, so that asking again would change nothing. */
function isHopeless(verdict: KeptVerdict | undefined): boolean {
  if (verdict?.is !== 'failed' || !(verdict.error instanceof Refused)) return false;
  const { status } = verdict.error;
  return status >= 400 && status < 500 && ![401, 403, 429].includes(status);
}

function KeptRow({ scan, verdict, isNear, onOpen, onDiscard }: RowProps) {
  const { say, time } = useDesk();
  return (
    <li class="visit">
      <div class="grow">
        <p class="soft small">{say('keptFrom', { time: time(scan.scannedAt) })}</p>
        <KeptState verdict={verdict} />
      </div>
      {isNear && !isHopeless(verdict) && <Button onClick={onOpen}>{say('keptOpen')}</Button>}
      <Button kind="quiet" onClick={onDiscard}>
        {say('keptDiscard')}
      </Button>
    </li>
  );
}

function KeptState({ verdict }: Pick<RowProps, 'verdict'>) {
  const { say, tokenWords } = useDesk();
  const common = useCommon();
  if (verdict === undefined) return <p>{say('keptUnjudged')}</p>;
  if (verdict.is === 'failed') {
    return <p>{problemText(verdict.error, common.say, tokenWords)}</p>;
  }
  const { displayName, verdict: found } = verdict.check;
  const { tone, word } = summaryOf(found);
  return (
    <p class="row">
      <bdi class="strong">{visibleName(displayName) ?? say('nameless')}</bdi>
      <span class={`badge ${tone}`}>{say(word)}</span>
    </p>
  );
}

interface DiscardProps {
  readonly onDiscard: () => void;
  readonly onClose: () => void;
}

function DiscardDialog({ onDiscard, onClose }: DiscardProps) {
  const { say } = useDesk();
  const common = useCommon();
  return (
    <Dialog title={say('keptDiscardTitle')} onClose={onClose}>
      <p>{say('keptDiscardText')}</p>
      <div class="row">
        <Button kind="danger" onClick={onDiscard}>
          {say('keptDiscard')}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {common.say('cancel')}
        </Button>
      </div>
    </Dialog>
  );
}
