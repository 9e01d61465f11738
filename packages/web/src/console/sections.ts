/** The console's routes: a section, and what follows it. */

export const SECTIONS = [
  'overview',
  'members',
  'visits',
  'messages',
  'network',
  'programme',
  'settings',
] as const;
export type SectionName = (typeof SECTIONS)[number];

/** The section of a route; what is not known is the overview. */
export function sectionOf(route: string): {
  readonly section: SectionName;
  readonly path: readonly string[];
} {
  const [first = '', ...path] = route.split('/').filter((part) => part !== '');
  const section = SECTIONS.find((one) => one === first) ?? 'overview';
  return { section, path };
}
