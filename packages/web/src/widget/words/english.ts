/** What the widget says, in English. */

export const ENGLISH = {
  heading: 'Coworking visa: spaces that take our members',
  mapLabel: 'Map of the spaces',
  search: 'Search',
  searchHint: 'Name, place, language',
  found: { one: '{count} space', other: '{count} spaces' },
  nothing: 'No space fits this search.',
  empty: 'No spaces are listed yet.',
  all: 'The whole directory',
} as const;
