/** Where codes come in: the camera, which stays on for the shift, and the other ways. */

import type { SpaceId } from '@covisa/protocol';
import { useState } from 'preact/hooks';
import { keepText, keptText } from '../platform/local-texts.js';
import { useWakeLock } from '../platform/wake-lock.js';
import { Scanner } from '../scan/scanner.js';
import { Button } from '../ui/button.js';
import { useDesk } from './context.js';
import { OtherWays } from './input/other-ways.js';
import { Room } from './today/today.js';

const KEY = 'covisa-desk-camera';

interface Props {
  /** Another part of the desk is shown: the camera goes on, out of sight. */
  readonly isHidden: boolean;
  /** A verdict is being looked at. */
  readonly isPaused: boolean;
  readonly onText: (text: string) => void;
  readonly onSpoken: ((home: SpaceId, code: string) => void) | null;
}

/** The panel. Out of sight it stays in the page: the camera keeps its one stream. */
export function ScanPanel({ isHidden, isPaused, onText, onSpoken }: Props) {
  const { say } = useDesk();
  const [isOn, setIsOn] = useState(() => keptText(KEY) !== 'off');
  const [isSeeing, setIsSeeing] = useState(true);
  useWakeLock(isOn);
  const toggle = (): void => {
    keepText(KEY, isOn ? 'off' : null);
    setIsOn(!isOn);
  };
  return (
    <div class={isHidden ? 'hidden-visually' : 'stack'} inert={isHidden}>
      <div class="row apart">
        <p class="lead">{say(isOn && isSeeing ? 'ready' : 'readyWithout')}</p>
        <Room />
      </div>
      {isOn && <Scanner paused={isPaused} onText={onText} onSeeing={setIsSeeing} />}
      <div>
        <Button kind="link" icon="camera" onClick={toggle}>
          {say(isOn ? 'cameraOff' : 'cameraOn')}
        </Button>
      </div>
      <OtherWays onText={onText} onSpoken={onSpoken} />
    </div>
  );
}
