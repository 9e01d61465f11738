/** What the scanner says, in English. The other languages have the same names. */

export const ENGLISH = {
  picture: 'Picture of the camera',
  starting: 'The camera is starting …',
  camera: 'Camera',
  cameraNumber: 'Camera {number}',
  lampOn: 'Light on',
  lampOff: 'Light off',
  retry: 'Turn the camera on',
  insecureTitle: 'The camera works at a secure address only',
  insecure:
    'Open this page at its https:// address, or at http://localhost on the machine where the node runs.',
  deniedTitle: 'The camera is not allowed here',
  denied:
    'Allow it for this page: tap the sign beside the address, choose the site’s settings and set “Camera” to “Allow”. Then turn the camera on.',
  missingTitle: 'No camera was found',
  missing: 'Connect a camera, then turn it on. Everything works without one, too.',
  busyTitle: 'The camera is in use elsewhere',
  busy: 'Close other programs and tabs that use the camera, then turn it on.',
  endedTitle: 'The camera has stopped',
  ended: 'It was unplugged, or the device took it away. Turn it on again.',
  photoReading: 'Reading the picture …',
  photoEmpty: 'No code was found in this picture. Take it from straight above, sharp and whole.',
} as const;
