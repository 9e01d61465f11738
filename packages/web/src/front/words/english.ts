/** What the front page says, in English. */

export const ENGLISH = {
  title: 'covisa',
  takesPart:
    'Members of other spaces can work here, and our members can work there: with a coworking visa.',
  soon: 'This space is about to take part in coworking visas.',
  getsTitle: 'If you are a member of another space',
  gets: 'You get {free}.',
  getsHow: 'Show your coworking visa at the desk. No booking with covisa, no payment to covisa.',
  noProgramme: 'What a visiting member gets is shown here as soon as this space is in a programme.',
  doors: 'Where to go from here',
  member: 'Members',
  memberText: 'Your coworking visa on your phone: show it, see your free days, find spaces.',
  desk: 'Reception',
  deskText: 'Scan a visa, see the verdict, record the visit.',
  owner: 'Owner',
  ownerText: 'Members, visits, the programme, settings.',
  everybody: 'Everybody',
  everybodyText: 'All spaces that take part, on a map and as a list.',
  whatTitle: 'What is a coworking visa?',
  what: 'An agreement between coworking spaces: an active member of one may work in another for some days for free, and pays the regular rate after that. Each space runs its own node with its own data; there is no company in the middle and nothing to pay to anybody.',
  howToJoin: 'How a space joins',
  emptyTitle: 'This node has no space yet',
  empty:
    'Whoever runs it finds a one-time link in the terminal where the node was started. The link leads through the first steps.',
} as const;
