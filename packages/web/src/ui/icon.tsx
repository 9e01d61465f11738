/**
 * The pages' icons: strokes of 24 by 24, drawn for these pages. Never the only sign of a meaning.
 */

const PATHS = {
  check: 'M4 12.5l5.2 5.2L20 6.8',
  cross: 'M6 6l12 12M18 6L6 18',
  coin: 'M12 3a9 9 0 100 18 9 9 0 000-18zM14.8 9c-.6-1-1.6-1.5-2.9-1.5-1.600 0-2.700.8-2.700 2.100 0 3 5.700 1.500 5.700 4.700 0 1.400-1.200 2.300-2.900 2.300-1.500 0-2.600-.6-3.200-1.700M12 5.700v1.800m0 9v1.800',
  info: 'M12 3a9 9 0 100 18 9 9 0 000-18zM12 11v5.500M12 7.500v.2',
  warn: 'M12 4L2.800 19.500h18.400L12 4zM12 10v4.500M12 17v.2',
  camera:
    'M4 8h3.500L9 5.500h6L16.500 8H20v11H4V8zM12 10a3.300 3.300 0 100 6.600 3.300 3.300 0 000-6.600z',
  card: 'M3 6h18v12.500H3V6zM3 10h18M6 15h5',
  people:
    'M9 11.500a3.300 3.300 0 100-6.600 3.300 3.300 0 000 6.600zM3 19.500c.3-3.400 2.700-5.300 6-5.300s5.700 1.900 6 5.300M15.500 5.200a3.200 3.200 0 010 6.100M17 14.400c2.300.5 3.800 2.200 4 5.100',
  map: 'M12 21s-6.500-6-6.500-11A6.500 6.500 0 0112 3.500 6.500 6.500 0 0118.500 10c0 5-6.500 11-6.500 11zM12 7.700a2.300 2.300 0 100 4.600 2.300 2.300 0 000-4.600z',
  list: 'M4 6h16M4 12h16M4 18h16',
  clock: 'M12 3a9 9 0 100 18 9 9 0 000-18zM12 7v5.300l3.500 2',
  mail: 'M3 6h18v12.500H3V6zM3.500 6.800L12 13.200l8.500-6.400',
  gear: 'M12 9a3 3 0 100 6 3 3 0 000-6zM12 3v3M12 18v3M3 12h3M18 12h3M5.600 5.600l2.200 2.200M16.200 16.200l2.200 2.200M18.400 5.600l-2.200 2.200M7.800 16.200l-2.200 2.200',
  plus: 'M12 5v14M5 12h14',
  undo: 'M4 9h10.500a5 5 0 010 10H9M4 9l4-4M4 9l4 4',
  share: 'M12 15V4M8 7.500L12 3.500l4 4M5 12v8h14v-8',
  print: 'M7 8V3.500h10V8M7 17H4V9h16v8h-3M7 14h10v6.500H7V14z',
  download: 'M12 4v11M8 11.500l4 4 4-4M5 20h14',
  wifi: 'M3 9.500c5-4.700 13-4.700 18 0M6.200 13c3.300-3 8.300-3 11.600 0M9.300 16.300c1.600-1.400 3.800-1.400 5.400 0M12 19.500v.2',
  globe:
    'M12 3a9 9 0 100 18 9 9 0 000-18zM3 12h18M12 3c2.500 2.600 3.800 5.600 3.800 9s-1.300 6.400-3.800 9c-2.500-2.600-3.800-5.600-3.800-9S9.500 5.600 12 3z',
  arrow: 'M5 12h14M13 6l6 6-6 6',
  back: 'M19 12H5M11 6l-6 6 6 6',
  key: 'M8.500 15.500a4 4 0 110-8 4 4 0 010 8zM12 10.500h9v3.500M17.500 10.500v3',
  house: 'M4 11l8-7 8 7v9h-5.500v-5.500h-5V20H4v-9z',
  search: 'M10.500 4a6.500 6.500 0 100 13 6.500 6.500 0 000-13zM15.500 15.500L20 20',
  sound: 'M4 10v4h3.500L12 18V6L7.500 10H4zM15.500 9.500a3.500 3.500 0 010 5M18 7a7 7 0 010 10',
  phone: 'M7 3h10v18H7V3zM11 18h2',
  scan: 'M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M7 12h10',
  star: 'M12 4l2.500 5.200 5.500.7-4 3.900 1 5.600-5-2.700-5 2.700 1-5.600-4-3.900 5.500-.7L12 4z',
} as const satisfies { readonly [name: string]: string };

export type IconName = keyof typeof PATHS;

/** An icon beside a text that says the same. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width="24"
      height="24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.9"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}

/** covisa's own mark: two doors that share a way. */
export function Mark() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="9" fill="var(--accent)" />
      <path
        d="M8 23V11.500a4 4 0 018 0V23M16 23V11.500a4 4 0 018 0V23M5.500 23h21"
        fill="none"
        stroke="var(--accent-ink)"
        stroke-width="2.400"
        stroke-linecap="round"
      />
    </svg>
  );
}
