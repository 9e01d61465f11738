/** What the wallet says, in English. The other languages have the same names. */

import { MANAGE_ENGLISH } from '../manage/words/english.js';

export const ENGLISH = {
  title: 'Wallet',
  navLabel: 'Parts of the wallet',
  navVisas: 'Visas',
  navHere: 'I am here',
  navSpaces: 'Spaces',
  navVisits: 'Visits',
  whichVisa: 'Visa',

  tabOnlyTitle: 'This browser keeps nothing here',
  tabOnly:
    'A visa that you add now is gone when you close this tab. Leave private or lockdown mode, or use another browser, then open your home space’s link again.',
  offlineTitle: 'You are offline',
  homeAwayTitle: 'Your home space does not answer',
  offline: 'Your code works all the same.',
  knownAgo: 'Spaces and visits are as of {ago}.',
  clockTitle: 'The clock of this device is wrong',
  clockFast: 'It is about {span} fast, and desks may refuse your code.',
  clockSlow: 'It is about {span} slow, and desks may refuse your code.',
  clockMend:
    'Open the settings of the device, then “Date and time”, and turn on “Set automatically”. Then come back here while you are online.',

  installTitle: 'Keep it at hand',
  install: 'Put the wallet on your home screen: it opens there without a network.',
  installIos:
    'Tap the share sign of Safari, then “Add to Home Screen”. Do this before you add a visa: what Safari keeps does not come along.',
  installButton: 'Install',

  visasTitle: { one: 'Your visa', other: 'Your visas' },
  visaOf: 'Visa of {name}',
  visaKind: 'Coworking visa',
  nameless: 'Member',
  validUntil: 'Good until {date}, renewed by itself',
  expiredOn: 'Expired on {date}',
  showCode: 'Show my code',
  manage: 'Manage',
  addVisa: 'Add a visa',
  emptyTitle: 'No visa yet',
  empty:
    'Your home space, where you are a member, sends you a link or shows you a code. Open the link on this phone, or add the code here.',
  noCardTitle: 'This visa is not on this device',
  noCard: 'It was removed, or added in another browser.',

  codeTitle: 'Your code',
  codeLabel: 'Code of your visa of {name}, to be scanned at the desk',
  freshIn: { one: 'Fresh in {count} second', other: 'Fresh in {count} seconds' },
  brightness: 'If it cannot be scanned: turn the brightness up and hold the phone still.',
  forAny: 'Good at any space.',
  pickSpace: 'Pick the space',
  forOne: 'Good at {name} only.',
  makeOpen: 'Make it good anywhere',
  expiredTitle: 'This visa has expired',
  expired:
    'It expired on {date}. Go online, then ask your home space: a paid-up membership is renewed at once. Else ask the people of {name}.',
  inactiveTitle: 'Your membership is not active',
  inactive:
    '{name} says that your membership is paused or has ended. Ask its people, then try again here.',
  replacedTitle: 'This visa has moved to another phone',
  replaced:
    'It works there only. If that was not you, ask the people of {name} for a new link at once. You can remove it here.',
  unknownTitle: 'The home space does not know this visa',
  unknown:
    '{name} knows no such visa any more. Ask its people for a new link, then remove this visa here.',
  askHome: 'Ask the home space now',

  spokenButton: 'Cannot be scanned? Read out a code',
  spokenTitle: 'Code to read out',
  spokenHow: 'Say your home space, {name}, then this code. The desk types it in.',
  spokenLeft: { one: 'Good for {count} second', other: 'Good for {count} seconds' },
  spokenOver: 'This code is over. Take a new one.',
  spokenNext: 'New code',
  spokenFailed:
    'A code to read out needs a network on this phone. Ask for the Wi-Fi, or show the QR code.',
  honourButton: 'They have never heard of covisa?',
  honourTitle: 'For the people at the desk',
  honour:
    'Let them scan this with any phone. It opens a page of {name} that explains, in their language, how to honour your visit today and how to take part. There is nothing secret in it.',
  honourLabel: 'Link to the page of {name} that explains visits',

  claimTitle: 'Your invitation',
  claimFrom: 'Your coworking visa from {name}',
  claimWhat: 'With it you may work at other spaces of the programme, some days for free.',
  claimKey:
    'This device makes a key of its own. It never leaves the device, and no password is needed.',
  claimOffline: 'The visa opens and works without a network.',
  claimPrivate:
    'Other spaces see a name for the desk and your plan, nothing more. To all others, your visits are numbers that lead to nobody.',
  claimButton: 'Put the visa on this device',
  claimUsed:
    'This invitation was used already, or has lapsed. Ask your home space for a new link: it takes them a moment.',
  claimInactive: 'Your membership is paused or has ended. Ask the people of your home space.',
  claimTooMany:
    'This visa has moved too often in this visa year. Talk to the people of your home space.',
  tornTitle: 'This link is not whole',
  claimTorn:
    'A part of the link is missing. Open the link in the message again, or copy all of it, to its very end.',
  toWallet: 'To the wallet',
  claimedTitle: 'Your visa is here',
  claimed:
    'The visa of {name} is on this device. Show its code at the desk of a space that you visit.',
  iosFirstTitle: 'On an iPhone or iPad: install first',
  iosFirst:
    'Tap the share sign, then “Add to Home Screen”. Open the wallet from there, choose “Add a visa”, and paste this link. What you add in Safari stays in Safari.',
  elsewhereTitle: 'Another phone, or a wallet that you have already?',
  elsewhere:
    'Scan this with the phone that you want the visa on. If you have a wallet from another home space, open it there, choose “Add a visa”, and scan this or paste the link.',
  elsewhereLabel: 'Your invitation as a link',
  elsewhereOnce: 'The link works once, for one phone. Keep it to yourself.',
  copyLink: 'Copy the link',

  addHow: 'Scan the code that your home space shows you, or paste the link from its message.',
  addPaste: 'Link from your home space',
  addGotPoster:
    'This is the poster of a space, not an invitation. To check in there, choose “I am here”.',
  addGotOther:
    'This is not an invitation of a covisa space. It begins with the address of your home space, followed by /claim#. Ask your home space for it.',
  useLink: 'Use this link',
  fromPhoto: 'From a photo or screenshot',

  hereTitle: 'I am here',
  hereHow: 'Scan the poster at the door. Where nobody is at the desk, you check in by yourself.',
  herePaste: 'Link on the poster',
  hereNoPoster: 'No poster?',
  hereGotInvitation:
    'This is an invitation to a visa. To add it, go to “Visas”, then “Add a visa”.',
  hereGotVisa: 'This is a member’s code. Only a desk can read it; scan the poster at the door.',
  hereGotOther:
    'This is not a poster of a covisa space. Look for the one that says covisa, at the door or desk.',
  thisSpace: 'this space',
  arriveTitle: 'At {name}',
  checkIn: 'Check in',
  checkInMeans:
    'Your phone sends this space a code that is good here only. A free day is recorded at once; paid days are settled at the desk.',
  toReceptionTitle: 'Show this code at the desk',
  doorUnknown:
    'Your home space does not list this space, so nothing was sent. Go online for a moment, so that the wallet learns of new spaces; or let the desk scan this code.',
  doorNoNode:
    'You cannot check in by yourself here. Let the desk scan this code, which is good here only.',
  doorVenue: 'The space does not know the venue on this poster. Let the desk scan this code.',
  selfOff: 'This space does not offer to check in by yourself. Let the desk scan this code.',
  oddAnswer:
    'The node answered something that this wallet does not understand. Load the page again to get the newest version; if it stays so, tell the space.',
  homeRefused:
    'Your home space did not do it. Try again later; if it stays so, talk to its people.',
  tooManyRequests: 'Too many requests of yours wait at {name} already. Talk to its people.',
  visaRenewFirst: 'Your visa has to be renewed first. Stay online for a moment, then try again.',
  withVisa: 'With your visa of {name}',
  doorAway:
    'The space’s node does not answer. Let the desk scan this code: it works without a network.',
  doorRefused: 'The space did not check you in. Let the desk scan this code: people there see why.',
  doorBusy: 'Too many tries at this door. Wait a minute, or let the desk scan this code.',
  keyLostTitle: 'The key of this visa does not work',
  keyLost:
    'This browser cannot use it any more. Ask the people of {name} for a new link: your count stays.',
  claimWrong:
    'This link does not belong to the space at its address. Copy it from the message again, or ask your home space for a new one.',
  cardDead: 'Your visa does not work now. See what to do.',
  checkedIn: 'You are checked in. Welcome!',
  notAloneTitle: 'The desk settles this visit',
  notAlone: 'Let the desk scan this code.',
  wifiTitle: 'Wi-Fi',
  wifiName: 'Network',
  wifiPassword: 'Password',
  wifiOther: 'For your other devices:',
  wifiLabel: 'Wi-Fi {name}',
  houseRules: 'House rules',

  free: 'Free',
  paid: 'Paid',
  courtesy: 'Courtesy',
  refuse: 'Not accepted',

  spacesTitle: 'Spaces',
  mapLabel: 'Map of the spaces that take you',
  noSpacesTitle: 'No spaces yet',
  noSpaces: 'Go online for a moment: your home space tells the wallet which spaces take you.',
  noOtherSpaces: 'Your home space is in no programme with other spaces yet. Ask its people.',
  found: { one: '{count} space', other: '{count} spaces' },
  nothingFoundTitle: 'Nothing fits',
  nothingFound: 'Try fewer words, or another place.',
  showAll: 'Show all',
  showMore: { one: 'Show {count} more', other: 'Show {count} more' },
  daysLeft: {
    one: '{count} free day left for you',
    other: '{count} free days left for you',
  },
  unknownSpaceTitle: 'This space is not listed any more',
  unknownSpace: 'It has left, closed, or fallen silent. Look at the list.',
  codeForHere: 'Show my code for this space',
  planTitle: 'May I go there on that day?',
  planDate: 'Day',
  planVenue: 'Venue',
  planHalf: 'Half a day only',
  planNoDate: 'Choose a day.',
  planSure:
    'Reckoned on this device from what your home space told last. What the host’s desk sees on the day decides.',
  byProgramme: 'By the terms of {name}.',
  noProgrammeTitle: 'No free days here',
  noProgramme: 'Your home space and this one share no programme. You may ask for a regular day.',

  visitsTitle: 'Your visits',
  noVisitsTitle: 'No visits yet',
  noVisits: 'Every visit under this visa is shown here, with what it counted as.',
  noOverview: 'Go online for a moment: your home space tells the wallet of your visits.',
  visitsWhoSees:
    'These are all visits that spaces recorded in this visa year. Your home space sees them too, and a space that was shown your visa can find them.',
  voided: 'Cancelled',
  halfDay: 'half a day',
  doubled: 'Recorded at two spaces at once while nodes were out of reach. Both count.',
  receipt: 'Receipt',
  receiptLabel: 'Save the receipt of the visit at {name} on {date}',
  notRight: 'This is not right',
  notRightLabel: 'Visit to {name} on {date}: this is not right',
  objected: 'You have told your home space that this is not right.',
  objectionWhat: 'Visit to {name} on {date}',
  objectionHow: '{name} gets this, signed by your key, and looks into it with the host.',
  objectionNote: 'What is not right? (optional)',
  objectionSend: 'Tell my home space',

  ...MANAGE_ENGLISH,
} as const;
