/** Shows frames of a video to the decoder, one after the other, as fast as it answers. */

import { useEffect, useRef } from 'preact/hooks';
import { after } from '../platform/clock.js';
import { decodeImage } from './decode.js';

/** Milliseconds between two frames: enough for a code to be seen at once, and little work. */
const PAUSE_MILLISECONDS = 70;
/** While nothing is taken, the device has better things to do. */
const SLOW_PAUSE_MILLISECONDS = 500;

/** Calls `onSeen` with the code of each frame that holds one, while there is a video. */
export function useFrames(
  video: HTMLVideoElement | null,
  pace: 'off' | 'slow' | 'fast',
  onSeen: (text: string) => void,
): void {
  const tell = useRef(onSeen);
  tell.current = onSeen;
  useEffect(() => {
    if (video === null || pace === 'off') return;
    const pause = pace === 'slow' ? SLOW_PAUSE_MILLISECONDS : PAUSE_MILLISECONDS;
    return watch(video, pause, (text) => tell.current(text));
  }, [video, pace]);
}

function watch(video: HTMLVideoElement, pause: number, onSeen: (text: string) => void): () => void {
  let isWanted = true;
  let cancel = (): void => undefined;
  const look = async (): Promise<void> => {
    const isShown = !document.hidden && video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA;
    if (isShown) {
      const text = await read(video);
      if (isWanted && text !== null) onSeen(text);
    }
    if (isWanted) cancel = after(pause, () => void look());
  };
  cancel = after(pause, () => void look());
  return () => {
    isWanted = false;
    cancel();
  };
}

async function read(video: HTMLVideoElement): Promise<string | null> {
  try {
    return await decodeImage(await createImageBitmap(video));
  } catch {
    // The video gives no picture at this moment: the next frame is looked at.
    return null;
  }
}
