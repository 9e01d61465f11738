/** A camera that stays on and reads codes, with what to do where it cannot. */

import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { nowMilliseconds } from '../platform/clock.js';
import { Button } from '../ui/button.js';
import { SelectField } from '../ui/field.js';
import { Notice } from '../ui/notice.js';
import { useWords } from '../ui/use-words.js';
import { type Camera, switchLamp } from './camera.js';
import './scanner.css';
import type { Say } from '../i18n/words.js';
import { type Sighting, sight } from './sightings.js';
import { type UsedCamera, useCamera } from './use-camera.js';
import { useFrames } from './use-frames.js';
import { loadScanWords, type ScanTable } from './words/load.js';

interface Props {
  /** A code came into view. The same one comes again only after it has left the view. */
  readonly onText: (text: string) => void;
  /** The camera stays on, and nothing is taken: somebody looks at what was scanned before. */
  readonly paused?: boolean;
  /** Whether there is a camera that can see, or may come yet. */
  readonly onSeeing?: (isSeeing: boolean) => void;
}

/** The picture of the camera, its lamp and the choice of the camera. */
export function Scanner({ onText, paused = false, onSeeing }: Props) {
  const say = useWords(loadScanWords);
  const used = useCamera();
  const isSeeing = used.now.state !== 'failed';
  useEffect(() => onSeeing?.(isSeeing), [isSeeing]);
  const sighting = useRef<Sighting>(null);
  const take = (text: string): void => {
    const seen = sight(sighting.current, text, nowMilliseconds(), paused);
    sighting.current = seen.sighting;
    if (seen.isTaken) onText(text);
  };
  if (say === null) return <div class="scanner" />;
  if (used.now.state === 'failed') {
    const { problem } = used.now;
    return (
      <Notice tone="warn" title={say(`${problem}Title`)}>
        <div class="stack tight">
          <p>{say(problem)}</p>
          {problem !== 'insecure' && (
            <Button kind="quiet" icon="camera" onClick={used.retry}>
              {say('retry')}
            </Button>
          )}
        </div>
      </Notice>
    );
  }
  return (
    <div class="scanner">
      <Picture used={used} isSlow={paused} onSeen={take} say={say} />
      {used.now.state === 'on' && (
        <Choices key={used.now.camera.stream.id} used={used} camera={used.now.camera} say={say} />
      )}
    </div>
  );
}

interface PartProps {
  readonly used: UsedCamera;
  readonly say: Say<ScanTable>;
}

interface PictureProps extends PartProps {
  readonly isSlow: boolean;
  readonly onSeen: (text: string) => void;
}

function Picture({ used, isSlow, onSeen, say }: PictureProps) {
  const [video, setVideo] = useState<HTMLVideoElement | null>(null);
  const camera = used.now.state === 'on' ? used.now.camera : null;
  useEffect(() => {
    if (video === null) return;
    video.srcObject = camera?.stream ?? null;
    // Some browsers refuse to play until the person touches the page; the next frame tries again.
    if (camera !== null) void video.play().catch(() => undefined);
  }, [video, camera]);
  useFrames(video, camera === null ? 'off' : isSlow ? 'slow' : 'fast', onSeen);
  return (
    <div class="scanner-picture">
      <video
        ref={setVideo}
        class={camera?.facesPerson ? 'mirrored' : ''}
        aria-label={say('picture')}
        autoPlay
        muted
        playsInline
      />
      <span class="scanner-corners" aria-hidden="true" />
      {camera === null && <p class="scanner-wait">{say('starting')}</p>}
    </div>
  );
}

function Choices({ used, camera, say }: PartProps & { readonly camera: Camera }) {
  const [isLit, setIsLit] = useState(false);
  const light = useCallback(() => {
    switchLamp(camera, !isLit).then(
      () => setIsLit(!isLit),
      () => undefined,
    );
  }, [camera, isLit]);
  const { choices, choose } = used;
  if (!camera.hasLamp && choices.length < 2) return null;
  return (
    <div class="row scanner-choices">
      {camera.hasLamp && (
        <Button kind="quiet" pressed={isLit} onClick={light}>
          {say(isLit ? 'lampOff' : 'lampOn')}
        </Button>
      )}
      {choices.length > 1 && (
        <SelectField
          label={say('camera')}
          value={camera.deviceId ?? ''}
          choices={choices.map(({ deviceId, label }, index) => ({
            value: deviceId,
            label: label === '' ? say('cameraNumber', { number: index + 1 }) : label,
          }))}
          onValue={choose}
        />
      )}
    </div>
  );
}
