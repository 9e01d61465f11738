/** What the explaining pages say, in English. */

export const ENGLISH = {
  honourTitle: 'A member of another coworking space would like to work here today',
  honourLead:
    'The person in front of you is a member of {name}. With a coworking visa, members of one coworking space may work in another for some days for free. Here is how to say yes in three minutes.',
  honourTitleShort: 'Coworking visa',
  todayTitle: 'Today, in three steps',
  step1Title: 'Look at the member’s phone',
  step1:
    'The wallet shows the name, the home space {name}, and a countdown that moves. A screenshot has no moving countdown.',
  step2Title: 'Let the person work',
  step2:
    'Give them a desk and the Wi-Fi, on the rules of your house. One to three days for free are usual; after that, your day rate. It is your courtesy, and you may say no.',
  step3Title: 'Note the date',
  step3:
    'Write down the date and “{name}”. If you like, tell {name}: they will be pleased to return it.',
  noCatch: 'Nothing to install, nothing to pay, and no obligation.',
  proofTitle: 'Is this real?',
  proof:
    'This page cannot prove a membership. If you are in doubt, ask {name} directly; the contact is below. Spaces that take part scan the code and know at once, even offline.',
  homeTitle: 'The member’s home space',
  takePartTitle: 'How your space can take part',
  takePart:
    'Then your members may work in the other spaces as well. Each space runs its own small node and keeps its own data; there is no company in the middle, and it costs nothing. Ask {name} for an invitation.',
  takePartPlain:
    'Then your members may work in the other spaces as well. Each space runs its own small node and keeps its own data; there is no company in the middle, and it costs nothing.',
  seeSpaces: 'See the spaces that take part',
  howToJoin: 'How a space joins',
  write: 'Write to {name}',
  site: 'Web site of {name}',
  hereTitle: 'You are at {name}',
  hereTitlePlain: 'You have scanned a poster for visiting members',
  hereLead:
    'This poster is for members of other coworking spaces. The scanner in your covisa wallet reads it; your phone’s camera alone cannot check you in.',
  hereVisaTitle: 'You have a coworking visa',
  hereOpen: 'Open your wallet: from the home screen of your phone, or on your home space’s page.',
  hereScan: 'Choose “I am here”, and scan the poster again with the wallet’s own scanner.',
  hereOr: 'Or show your code at reception. That always works.',
  hereWallet: 'Open the wallet of {name}',
  hereWalletText: 'Only if your visa is from this space or you keep your wallet here:',
  hereNoVisaTitle: 'You have none yet',
  hereNoVisa:
    'Ask your own coworking space whether it takes part. As long as it does not, ask at reception for a day here.',
  hereNotSent: 'What the poster says stayed on this phone: it was sent nowhere.',
  joinTitle: 'You are invited to {programme}',
  joinTitlePlain: 'How a coworking space takes part',
  joinLead:
    '{name} invites your coworking space to a programme of coworking visas: your members may work in its spaces for some days for free, and theirs in yours.',
  joinLeadPlain:
    'A programme is an agreement of coworking spaces on coworking visas: members of one may work in the others for some days for free.',
  joinSpaces: { one: '{count} space takes part.', other: '{count} spaces take part.' },
  joinTerms: 'The terms of {programme}',
  whoTitle: 'Who may come',
  whenTitle: 'When',
  betweenTitle: 'Between the spaces',
  joinHaveTitle: 'Your space has a node',
  joinHave: 'Copy this link, and paste it in your console on the page “Programme”.',
  joinLink: 'Invitation link',
  joinCopy: 'Copy the link',
  joinTornTitle: 'This link is not whole',
  joinTorn:
    'A part of the link is missing. Open the link in the message again, or copy all of it, to its very end.',
  joinNoLink:
    'Ask a space of the programme for an invitation link, and paste it in your console on the page “Programme”.',
  joinNext:
    'Some spaces of the programme then confirm you. From that moment your members travel, and theirs come to you.',
  joinNoneTitle: 'Your space has no node yet',
  joinNone1:
    'Take a computer that stays on: one at your space, or a small server. It needs Node.js 20.19 or later.',
  joinNone2: 'Get covisa, and in its folder run:',
  joinNone3: 'Open the one-time link that it prints. Your space is set up in about five minutes.',
  joinFree:
    'covisa is free software under the Apache licence. It takes no payment, and nobody can switch your node off.',
} as const;
