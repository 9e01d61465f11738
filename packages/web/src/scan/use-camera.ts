/** One camera that stays on as long as it is wanted, with what keeps it from that. */

import { useCallback, useEffect, useState } from 'preact/hooks';
import { keepText, keptText } from '../platform/local-texts.js';
import {
  type Camera,
  type CameraChoice,
  type CameraProblem,
  cameraProblem,
  closeCamera,
  listCameras,
  openCamera,
} from './camera.js';

/** How the camera is. */
export type CameraState =
  | { readonly state: 'off' | 'starting' }
  | { readonly state: 'on'; readonly camera: Camera }
  | { readonly state: 'failed'; readonly problem: CameraProblem };

/** The camera, and what can be done with it. */
export interface UsedCamera {
  readonly now: CameraState;
  readonly choices: readonly CameraChoice[];
  readonly choose: (deviceId: string) => void;
  readonly retry: () => void;
}

const KEY = 'covisa-camera';

/** Opens a camera. The same stream serves until the page closes it: iOS asks at each new one. */
export function useCamera(): UsedCamera {
  const [now, setNow] = useState<CameraState>({ state: 'off' });
  const [choices, setChoices] = useState<readonly CameraChoice[]>([]);
  const [chosen, setChosen] = useState(() => keptText(KEY));
  const [round, setRound] = useState(0);
  useEffect(() => {
    return follow({ facing: 'environment', deviceId: chosen }, setNow, setChoices);
  }, [chosen, round]);
  const choose = useCallback((deviceId: string) => {
    keepText(KEY, deviceId);
    setChosen(deviceId);
  }, []);
  const retry = useCallback(() => setRound((before) => before + 1), []);
  const problem = now.state === 'failed' ? now.problem : null;
  useEffect(() => retryBySelf(problem, retry), [problem, retry]);
  return { now, choices, choose, retry };
}

/** Tries again when a camera is plugged in, and when the page is back in front. */
function retryBySelf(problem: CameraProblem | null, retry: () => void): () => void {
  const isBack = (): void => {
    if (!document.hidden) retry();
  };
  const { mediaDevices } = navigator;
  if (problem === 'ended') document.addEventListener('visibilitychange', isBack);
  if (problem === 'missing') mediaDevices.addEventListener('devicechange', retry);
  return () => {
    document.removeEventListener('visibilitychange', isBack);
    mediaDevices?.removeEventListener('devicechange', retry);
  };
}

/** Opens a camera and tells how it goes; what is returned closes it. */
function follow(
  wish: Parameters<typeof openCamera>[0],
  tell: (state: CameraState) => void,
  tellChoices: (choices: readonly CameraChoice[]) => void,
): () => void {
  let isWanted = true;
  let opened: Camera | null = null;
  const fail = (problem: CameraProblem): void => {
    if (isWanted) tell({ state: 'failed', problem });
  };
  const take = (camera: Camera): void => {
    if (!isWanted) {
      closeCamera(camera);
      return;
    }
    opened = camera;
    for (const track of camera.stream.getVideoTracks()) {
      track.addEventListener('ended', () => fail('ended'));
    }
    tell({ state: 'on', camera });
    void listCameras().then((all) => isWanted && tellChoices(all));
  };
  if (!isSecureContext || navigator.mediaDevices === undefined) {
    fail('insecure');
  } else {
    tell({ state: 'starting' });
    openCamera(wish).then(take, (error: unknown) => {
      fail(cameraProblem(error instanceof Error ? error.name : ''));
    });
  }
  return () => {
    isWanted = false;
    if (opened !== null) closeCamera(opened);
  };
}
