/** The desk: camera, arrivals, today, practice. One camera serves the whole shift. */

import { type CalendarDate, ENGLISH, type SpaceId } from '@covisa/protocol';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { VisitView } from '../api/desk-views.js';
import type { Language } from '../i18n/languages.js';
import { useIdle } from '../platform/idle.js';
import { goTo, useRoute } from '../ui/route.js';
import { UpdatePrompt } from '../ui/update.js';
import { useVerdictWords } from '../ui/use-verdict-words.js';
import { DeskContext } from './context.js';
import { DeskFrame, PARTS, type Part } from './desk-frame.js';
import { Arrival } from './flow/arrival.js';
import { isBusy } from './flow/flow.js';
import { startOf } from './flow/start-of.js';
import { useFlow } from './flow/use-flow.js';
import { markRead, useTones } from './flow/use-tones.js';
import { chooseReading, type TypedScan } from './input/keys.js';
import { ScannerTest } from './input/scanner-test.js';
import { useKeys } from './input/use-keys.js';
import { KeptPanel } from './kept/kept-panel.js';
import { questionOf, useKept } from './kept/use-kept.js';
import { ownNode } from './node/desk-node.js';
import { PracticePanel } from './practice/practice-panel.js';
import { usePractice } from './practice/use-practice.js';
import { ScanPanel } from './scan-panel.js';
import { Strips } from './strips.js';
import { Today } from './today/today.js';
import { useDay } from './today/use-day.js';
import { useVenue } from './today/use-venue.js';
import { UndoDialog } from './today/visit-row.js';
import { useSound } from './verdict/sounds.js';
import { useTokenWords } from './verdict/use-token-words.js';
import { useWelcome } from './welcome/use-welcome.js';
import type { SayDesk } from './words/load.js';

/** Milliseconds without a touch after which a new version may be taken. */
const IDLE_MILLISECONDS = 120_000;

interface Props {
  readonly say: SayDesk;
  readonly language: Language;
  /** Who is signed in, and the way out. */
  readonly person?: ComponentChildren;
}

function partOf(route: string): Part {
  return PARTS.find((one) => one === route) ?? '';
}

/** The whole desk. */
export function Desk({ say, language, person }: Props) {
  const catalogue = useVerdictWords() ?? ENGLISH;
  const tokenWords = useTokenWords(language);
  const part = partOf(useRoute());
  const isPractice = part === 'practice';
  const [venue, setVenue] = useVenue();
  const data = useDay(venue, () => setVenue(null));
  const [late, setLate] = useState<CalendarDate | null>(null);
  const practice = usePractice(data.view, say('sampleRefusal'));
  const kept = useKept(ownNode, data.now, data.isNear);
  const node = isPractice ? practice.node : ownNode;
  const control = useFlow({
    node,
    keep: kept.keep,
    onDone({ presented, scannedAt, date }) {
      // Practice and kept scans are of no other day: the forgotten visit is still to come.
      if (date !== null) setLate(null);
      if (scannedAt !== null && presented.by === 'token') kept.settle(presented.token);
      data.reload();
    },
  });
  const { flow, start } = control;
  const sound = useSound();
  useTones(flow, sound.isOn);
  const welcome = useWelcome(node, data.isNear || isPractice);
  const [undoing, setUndoing] = useState<VisitView | null>(null);
  const [typed, setTyped] = useState<TypedScan | null>(null);

  const take = (text: string): void => {
    if (isBusy(flow)) return;
    markRead();
    start(startOf(text, { isPractice, venue, date: isPractice ? null : late }));
  };
  const takeSpoken = (home: SpaceId, code: string): void =>
    start({
      ...{ presented: { by: 'spoken', home, code }, venue, date: late },
      ...{ facts: { halfDay: false, party: 0, notice: false }, scannedAt: null },
    });
  useKeys((scan) => {
    setTyped(scan);
    if (part !== 'scanner-test') take(chooseReading(scan));
  });
  const isIdle = useIdle(IDLE_MILLISECONDS);
  const isAtRest = flow.step.at === 'ready' && undoing === null && late === null;

  const shared = { say, language, catalogue, day: data.view, tokenWords };
  return (
    <DeskContext.Provider value={shared}>
      <DeskFrame part={part} sound={sound} onVenue={setVenue} person={person}>
        <Strips
          data={data}
          isPractice={isPractice}
          onLeavePractice={() => goTo('')}
          late={late}
          onNoLate={() => setLate(null)}
          keptCount={kept.scans.length}
        />
        <div class={`desk-parts ${part === '' ? 'at-scan' : `at-${part}`}`}>
          <div class="desk-scan">
            <ScanPanel
              isHidden={part === 'scanner-test'}
              isPaused={isBusy(flow) || undoing !== null}
              onText={take}
              onSpoken={isPractice ? null : takeSpoken}
            />
          </div>
          <div class="desk-side stack">
            {part === 'scanner-test' && <ScannerTest scan={typed} />}
            {isPractice && <PracticePanel onText={take} onAgain={practice.again} />}
            {!isPractice && part !== 'scanner-test' && (
              <>
                <KeptPanel
                  kept={kept}
                  isNear={data.isNear}
                  onOpen={(scan) => start(questionOf(scan, data.now()))}
                />
                <Today data={data} onUndo={setUndoing} onForgotten={setLate} />
              </>
            )}
          </div>
        </div>
        <Arrival control={control} welcome={welcome} onUndo={setUndoing} />
        {undoing !== null && (
          <UndoDialog
            visit={undoing}
            onClose={() => setUndoing(null)}
            undo={async () => {
              await node.undo(undoing.id);
              control.close();
              data.reload();
            }}
          />
        )}
      </DeskFrame>
      <UpdatePrompt isIdle={() => isIdle() && isAtRest} />
    </DeskContext.Provider>
  );
}
