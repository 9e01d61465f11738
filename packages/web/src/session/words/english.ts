/** What signing in says, in English. The other languages have the same names. */

export const ENGLISH = {
  signIn: 'Sign in',
  whoAreYou: 'Who is at the desk?',
  iAmTheOwner: 'I am the owner',
  somebodyElse: 'Somebody else',
  ownerHint: 'With the owner’s password, which was chosen at set-up.',
  password: 'Password',
  passwordWrong:
    'This is not the owner’s password. If it is lost, set a new one on the node’s machine with “covisa password”.',
  noPasswordTitle: 'No password is set yet',
  noPassword:
    'Open the set-up link that the node shows in its terminal, or set a password there with “covisa password”. Then reload this page.',
  deskTitle: 'Desk people',
  deskUnpaired:
    'A PIN works on paired devices only, so that nobody on the internet can try PINs. Ask the owner for a pairing code: Console, Settings, “People and devices”.',
  noPeople:
    'This device is paired, but there are no desk people yet. The owner adds them: Console, Settings, “People and devices”.',
  pairThis: 'Pair this device',
  pin: 'PIN',
  pinWrong: 'This is not the right PIN. Type it again; the owner can set a new one.',
  keys: 'Digits',
  deleteDigit: 'Delete the last digit',
  pairTitle: 'Pair this device',
  pairHint:
    'After that, desk people can sign in here with their PIN. Only pair a device of your space.',
  pairCode: 'Pairing code',
  pairCodeHint:
    'The owner makes it: Console, Settings, “People and devices”. It is good for ten minutes.',
  pairCodeWrong: 'This code does not work. It serves once, for ten minutes; ask for a new one.',
  connectionInsecure:
    'Nobody signs in over plain HTTP: others on the network could read along. Open the https:// address of the node, or http://localhost on its own machine.',
  ownerOnlyTitle: 'This page is the owner’s',
  ownerOnly:
    'You are signed in as {name}, for the desk. To change members or settings, ask the owner, or sign in as the owner.',
  toDesk: 'To the desk',
  signOutAndIn: 'Sign in as the owner',
  signOut: 'Sign out',
} as const;
