/** Practice for new staff: sample members to let come in, and codes to scan. */

import { useState } from 'preact/hooks';
import { isolated } from '../../i18n/formats.js';
import { QrCode } from '../../qr/qr-code.js';
import { Button } from '../../ui/button.js';
import { useCommon } from '../../ui/common.js';
import { Dialog } from '../../ui/dialog.js';
import { useDesk } from '../context.js';
import type { PageTable } from '../words/load.js';
import { SAMPLES, type Sample, type SampleId } from './samples.js';

const WHY: Readonly<Record<SampleId, keyof PageTable>> = {
  new: 'sampleNew',
  last: 'sampleLast',
  used: 'sampleUsed',
  card: 'sampleCard',
  ask: 'sampleAsk',
  offline: 'sampleOffline',
  ended: 'sampleEnded',
  refused: 'sampleRefused',
  torn: 'sampleTorn',
  foreign: 'sampleForeign',
};

interface Props {
  /** As if the scanner had read it. */
  readonly onText: (text: string) => void;
  readonly onAgain: () => void;
}

/** The samples. */
export function PracticePanel({ onText, onAgain }: Props) {
  const { say, day } = useDesk();
  const [shown, setShown] = useState<Sample | null>(null);
  const programme = day?.programmes[0]?.name;
  return (
    <section class="stack" aria-labelledby="practice">
      <h1 id="practice">{say('practiceTitle')}</h1>
      <p>{say('practiceText')}</p>
      <p class="soft">
        {programme === undefined
          ? say('practiceDefault')
          : say('practiceOf', { programme: isolated(programme) })}
      </p>
      <ul class="plain samples">
        {SAMPLES.map((sample) => (
          <li key={sample.id} class="card sample">
            <div class="grow">
              <p class="strong">{sample.name}</p>
              <p class="soft small">{say(WHY[sample.id])}</p>
            </div>
            <Button
              icon="arrow"
              label={`${say('comesIn')}: ${sample.name}`}
              onClick={() => onText(sample.code)}
            >
              {say('comesIn')}
            </Button>
            <Button
              kind="quiet"
              label={say('practiceCodeTitle', { name: sample.name })}
              onClick={() => setShown(sample)}
            >
              {say('showCode')}
            </Button>
          </li>
        ))}
      </ul>
      <div>
        <Button kind="quiet" icon="undo" onClick={onAgain}>
          {say('practiceAgain')}
        </Button>
      </div>
      {shown !== null && <CodeDialog sample={shown} onClose={() => setShown(null)} />}
    </section>
  );
}

function CodeDialog({
  sample,
  onClose,
}: {
  readonly sample: Sample;
  readonly onClose: () => void;
}) {
  const { say } = useDesk();
  const common = useCommon();
  const title = say('practiceCodeTitle', { name: sample.name });
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{say('practiceCode')}</p>
      <QrCode text={sample.code} label={title} />
      <Button kind="quiet" onClick={onClose}>
        {common.say('close')}
      </Button>
    </Dialog>
  );
}
