/** The device's cameras: opening one, choosing among them, its lamp. */

/** What keeps the camera from being used, by what the person can do about it. */
export type CameraProblem = 'insecure' | 'denied' | 'missing' | 'busy' | 'ended';

/** A camera that gives pictures. */
export interface Camera {
  readonly stream: MediaStream;
  readonly deviceId: string | null;
  /** It looks at the person before the screen, so its picture is shown mirrored. */
  readonly facesPerson: boolean;
  readonly hasLamp: boolean;
}

/** One camera to choose. */
export interface CameraChoice {
  readonly deviceId: string;
  readonly label: string;
}

/** What a camera was wished to be. */
export interface CameraWish {
  readonly facing: 'environment' | 'user';
  /** Null: whichever the browser finds best. */
  readonly deviceId: string | null;
}

/** Why a camera did not open, from the name of the browser's error. */
export function cameraProblem(errorName: string): CameraProblem {
  switch (errorName) {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'denied';
    case 'NotReadableError':
    case 'AbortError':
      return 'busy';
    default:
      return 'missing';
  }
}

/** The size that codes are read at; the browser gives what it has nearest to it. */
const SIZE = { width: { ideal: 1280 }, height: { ideal: 720 } };

function constraints({ facing, deviceId }: CameraWish): MediaTrackConstraints {
  return deviceId === null
    ? { ...SIZE, facingMode: { ideal: facing } }
    : { ...SIZE, deviceId: { ideal: deviceId } };
}

/** The lamp is not in the typings of the browser's own interfaces. */
function hasLamp(track: MediaStreamTrack): boolean {
  return 'getCapabilities' in track && 'torch' in track.getCapabilities();
}

/** Opens a camera. @throws DOMException with a name for `cameraProblem` */
export async function openCamera(wish: CameraWish): Promise<Camera> {
  const video = constraints(wish);
  const stream = await navigator.mediaDevices.getUserMedia({ video, audio: false });
  const [track] = stream.getVideoTracks();
  if (track === undefined) throw new DOMException('no picture', 'NotFoundError');
  const { deviceId = null, facingMode } = track.getSettings();
  return {
    stream,
    deviceId,
    facesPerson: facingMode !== 'environment',
    hasLamp: hasLamp(track),
  };
}

/** Ends a camera: its light goes off. */
export function closeCamera({ stream }: Camera): void {
  for (const track of stream.getTracks()) track.stop();
}

/** The cameras to choose from; their names are known once one was allowed. */
export async function listCameras(): Promise<readonly CameraChoice[]> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices
    .filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId !== '')
    .map(({ deviceId, label }) => ({ deviceId, label }));
}

/** Switches the lamp beside a camera. */
export async function switchLamp({ stream }: Camera, isOn: boolean): Promise<void> {
  const lamp: object = { torch: isOn };
  for (const track of stream.getVideoTracks()) await track.applyConstraints({ advanced: [lamp] });
}
