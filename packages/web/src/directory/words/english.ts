/** What the directory page says, in English. */

export const ENGLISH = {
  title: 'Directory',
  heading: 'Spaces that take visiting members',
  intro:
    'If you are an active member of one of these coworking spaces, you can work in the others. Show your coworking visa at the desk.',
  programmes: 'Programme: {names}',
  mapLabel: 'Map of the spaces',
  found: { one: '{count} space', other: '{count} spaces' },
  nothingTitle: 'Nothing found',
  nothing: 'No space fits this search.',
  showAll: 'Show all spaces',
  emptyTitle: 'No spaces are listed yet',
  empty:
    'This node is in no programme yet, or the other spaces have not been heard of. They appear here by themselves.',
  unknownTitle: 'This space is not listed here',
  unknown: 'It may have left the programme or closed, or its node has been silent for two weeks.',
  allSpaces: 'All spaces',
  getsTitle: 'What a visiting member gets',
  programmeSpaces: { one: '{count} space', other: '{count} spaces' },
  termsTitle: 'All terms of {name}',
  whoTitle: 'Who may come',
  whenTitle: 'When',
  betweenTitle: 'Between the spaces',
  takePartTitle: 'Take part',
  forMembersTitle: 'As a member',
  forMembers:
    'Ask your own space for a coworking visa. It sends you a link; the link opens your wallet on your phone.',
  openWallet: 'Open the wallet',
  forSpacesTitle: 'As a coworking space',
  forSpaces:
    'Each space runs its own small node and keeps its own data. It costs nothing, and covisa takes no payment. A space of the programme sends you an invitation.',
  howToJoin: 'How a space joins',
  useTitle: 'Use this directory elsewhere',
  useText: 'Anybody may read these, from any web page. They are always as fresh as this page.',
  json: 'JSON',
  geojson: 'GeoJSON',
  widgetTitle: 'On your own web site',
  widgetText:
    'Copy these lines into your web page. Options after #: lang=de, fr or es chooses the language, map=0 leaves out the map.',
  widgetCode: 'Lines to copy',
  widgetPreview: 'See what it looks like',
} as const;
