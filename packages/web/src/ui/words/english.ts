/** What all pages say, in English. The other languages have the same names. */

export const ENGLISH = {
  loading: 'Loading …',
  save: 'Save',
  cancel: 'Cancel',
  close: 'Close',
  back: 'Back',
  next: 'Next',
  done: 'Done',
  tryAgain: 'Try again',
  copy: 'Copy',
  copied: 'Copied',
  copyRefused: 'The browser does not let this page copy. Select the text and copy it by hand.',
  language: 'Language',
  skipToContent: 'Skip to the content',
  aboutPage: 'This is a covisa node: coworking visas, with no central database.',
  failedTitle: 'That did not work',
  nodeUnreachableTitle: 'The node does not answer',
  nodeUnreachable:
    'Check that this device is online and that the node is running. Nothing was lost; try again.',
  tooManyTries: {
    one: 'Too many tries. Wait one second, then try again.',
    other: 'Too many tries. Wait {count} seconds, then try again.',
  },
  insecureTitle: 'This page needs a secure address',
  insecure:
    'Camera, keys and offline use work at https:// addresses only, or at http://localhost on the machine where the node runs. Ask whoever runs the node for its https:// address.',
  updateReady: 'A new version is ready.',
  updateNow: 'Update now',
  by: 'by {name}',
  'by-owner': 'by the owner',
  'by-self': 'by self check-in',
  'by-command-line': 'by the command line',
} as const;
