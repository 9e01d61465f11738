/** What first set-up says, in English. The other languages have the same names. */

export const ENGLISH = {
  progress: 'Step {at} of {of}',
  begin: 'Begin',
  toConsole: 'To the console',
  noTokenTitle: 'This link is not whole',
  noToken:
    'Set-up opens by the one-time link that the node shows in its terminal. Copy the whole link, with all that stands behind the #.',
  tokenWrong:
    'This link does not open set-up. It works once: if the space is set up already, sign in to the console. Else copy the link again from the terminal in which the node runs.',
  welcomeTitle: 'Welcome to covisa',
  placeTitle: 'Your space',
  roomTitle: 'What members find there',
  rateTitle: 'What a day costs',
  recoveryTitle: 'Your recovery key',
  passwordTitle: 'Your password',
  programmeTitle: 'A programme',
  memberTitle: 'Your first member',
  posterTitle: 'A poster for the door',
  doneTitle: 'That is all',
  welcomeLead:
    'In about five minutes your space can welcome members of other coworking spaces, and yours can work elsewhere.',
  costsNothingTitle: 'It costs nothing',
  costsNothing:
    'covisa takes no payment and no share, needs no account anywhere, and never will. What members pay at your desk stays between them and you.',
  welcomeSpace: 'You say what your space is: name, place, hours, what a day costs.',
  welcomeRecovery:
    'You write 24 words on paper: with them you get your space back if this machine is lost. Have a pen ready.',
  welcomeProgramme:
    'You start a programme with other spaces or join one, and add your first member.',
  welcomeMade:
    'The space was made on the terminal, and so was its recovery key: you have its words already.',
  welcomeKept:
    'What you type is kept in this tab until you are done, passwords excepted. You can go back until the space is set up; after that you change everything in the console.',
  welcomeWords:
    'The 24 words are kept nowhere, not in this tab either. Do not reload the page between writing them down and typing the three that are asked for.',
  spaceName: 'Name of the space',
  spaceNameHint: 'As members and other spaces see it.',
  spaceNameWrong: 'Give the space a name of at most 80 characters.',
  rateWhy:
    'After the free days of the programme, a visiting member pays your regular rate, at your desk, as anybody does. You can change it at any time.',
  recoveryWhy:
    'These 24 words are the key to your space: kept for the day on which this machine is lost or stolen. They are made in this browser; the node never gets them, and nobody can send them to you again. The command “covisa recover” takes them. They give the log back and not your members, so make backups as well.',
  recoveryOnce:
    'They are shown only in this set-up. Write them down on paper in this order, and keep it where you keep contracts. No photo, no mail.',
  recoveryRemadeTitle: 'These are new words',
  recoveryRemade:
    'The words that this page showed before were not confirmed, and it has not kept them. If you wrote them down, that paper is void: destroy it, and write down these.',
  recoveryWritten: 'I have written them down',
  recoveryPaper: 'Recovery key of a covisa space. Whoever has these words can take the space over.',
  recoveryQuestion: 'To be sure that they are on paper: type these three of them.',
  recoveryWord: 'Word number {number}',
  recoveryWordWrong: 'That is another word. Look at your paper, or at the words once more.',
  recoveryConfirm: 'Check',
  recoveryLook: 'Show the words again',
  recoveryConfirmedTitle: 'Your recovery key is on paper',
  recoveryConfirmed: 'You have typed its words, and this page has forgotten them.',
  recoveryAnew: 'Make another key',
  print: 'Print',
  passwordWhy:
    'With it you sign in to the console, from any browser that reaches this node. Desk people get a PIN of their own later.',
  password: 'Password',
  passwordHint: 'At least {count} characters. A sentence is good.',
  passwordShort: 'That is too short.',
  passwordEasy: 'Others would guess this password. Choose one with more different characters.',
  passwordAgain: 'The same password again',
  passwordOther: 'The two are not the same.',
  openTitle: 'One step is not finished yet:',
  makeSpace: 'Set up the space',
  programmeWhy:
    'A programme is the spaces that agreed on terms. Join one by the link that you were given, or start one and invite others.',
  programmeStarted: 'You take part in {name}. The console shows what comes next.',
  canWait: 'This can wait: everything is in the console.',
  memberWhy:
    'A member gets a link or a code, opens it on the phone, and has the visa there. You can import all members later.',
  posterWhy:
    'Members scan it with their wallet when they arrive. Hang it up at the door or at the desk.',
  posterOff:
    'As it stands, scanning the poster readies the code on the phone, and your desk checks it. If nobody is at the door, turn this on; you find it again in the console under Settings, “Desk”.',
  doneText:
    'Your space is set up. The console shows what waits for you; at the desk you scan visas.',
  donePeople:
    'For your desk people, next: in the console, under Settings, “People and devices”, give each of them a PIN and pair the tablet or computer at reception. Nobody signs in at the desk before that, except you.',
} as const;
