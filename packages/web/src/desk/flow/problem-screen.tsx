/** A code that led to no verdict: a sentence that says what to do. */

import { Refused } from '../../platform/network.js';
import { Button } from '../../ui/button.js';
import { useCommon } from '../../ui/common.js';
import { Icon } from '../../ui/icon.js';
import { problemText } from '../../ui/problem.js';
import { useDesk } from '../context.js';
import type { ForeignKind } from '../input/recognise.js';
import type { ArrivalTable } from '../words/load.js';
import type { ScanProblem } from './flow.js';

const FOREIGN: Readonly<Record<ForeignKind, keyof ArrivalTable>> = {
  empty: 'foreignEmpty',
  'too-long': 'foreignTooLong',
  torn: 'foreignTorn',
  newer: 'foreignNewer',
  'claim-link': 'foreignClaim',
  'pairing-link': 'foreignPairing',
  'join-link': 'foreignJoin',
  poster: 'foreignPoster',
  'honour-link': 'foreignHonour',
  link: 'foreignLink',
  wifi: 'foreignWifi',
  contact: 'foreignContact',
  spoken: 'foreignSpoken',
  practice: 'foreignPractice',
  real: 'realInPractice',
  other: 'foreignOther',
};

interface Props {
  readonly problem: ScanProblem;
  readonly onClose: () => void;
}

/** What is wrong with a code. */
export function ProblemScreen({ problem, onClose }: Props) {
  const { say } = useDesk();
  return (
    <>
      <Band icon="cross" title={say('problemTitle')} />
      <div class="arrival-body stack">
        <Sentence problem={problem} />
      </div>
      <div class="arrival-actions">
        <Button large full icon="scan" onClick={onClose}>
          {say('scanAgain')}
        </Button>
      </div>
    </>
  );
}

function Sentence({ problem }: { readonly problem: ScanProblem }) {
  const { say, tokenWords } = useDesk();
  const common = useCommon();
  if (problem.kind === 'foreign') {
    return (
      <>
        <p class="lead">{say(FOREIGN[problem.what])}</p>
        {problem.text !== '' && problem.what !== 'wifi' && (
          <p class="soft small">
            {say('whatWasRead', { text: '' })} <code>{problem.text}</code>
          </p>
        )}
      </>
    );
  }
  const { error } = problem;
  return (
    <>
      <p class="lead">{problemText(error, common.say, tokenWords)}</p>
      {error instanceof Refused && (
        <p class="soft small">
          {say('codeIs', { code: '' })} <code>{error.code}</code>
        </p>
      )}
    </>
  );
}

interface KeptProps {
  readonly isKept: boolean;
  readonly onClose: () => void;
}

/** The node did not answer: the scan waits for it, or could not be kept. */
export function KeptScreen({ isKept, onClose }: KeptProps) {
  const { say } = useDesk();
  return (
    <>
      <Band icon={isKept ? 'clock' : 'cross'} title={say(isKept ? 'keptTitle' : 'notKeptTitle')} />
      <div class="arrival-body stack">
        <p class="lead">{say(isKept ? 'kept' : 'notKept')}</p>
      </div>
      <div class="arrival-actions">
        <Button large full icon="scan" onClick={onClose}>
          {say('nextMember')}
        </Button>
      </div>
    </>
  );
}

interface BandProps {
  readonly icon: Parameters<typeof Icon>[0]['name'];
  readonly title: string;
}

/** The band on top of an arrival: icon and word in the tone's colour. */
export function Band({ icon, title }: BandProps) {
  return (
    <div class="arrival-band">
      <Icon name={icon} />
      <h1 id="arrival-title" tabIndex={-1}>
        {title}
      </h1>
    </div>
  );
}
