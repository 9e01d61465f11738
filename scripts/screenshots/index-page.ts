/** The index of the screenshots, as Markdown. */

import type { Shot } from './shots.js';

/** A picture that was taken. */
export interface Picture {
  readonly shot: Shot;
  /** `phone`, `desktop`, `phone-dark` … */
  readonly look: string;
  /** Its name in `docs/screenshots`. */
  readonly file: string;
}

/** The document. */
export function indexPage(pictures: readonly Picture[]): string {
  const shots = [...new Set(pictures.map(({ shot }) => shot))];
  return [
    '# Screens',
    '',
    'Every page at phone and desktop size, as `npm run screenshots` sees it: the sample spaces of',
    '`covisa try`, in Chromium. Made by a script; do not edit.',
    '',
    ...shots.flatMap((shot) => section(shot, pictures)),
  ].join('\n');
}

function section(shot: Shot, pictures: readonly Picture[]): readonly string[] {
  const own = pictures.filter((picture) => picture.shot === shot);
  const cells = (text: (picture: Picture) => string) => `| ${own.map(text).join(' | ')} |`;
  return [
    `## ${shot.title}`,
    '',
    cells(({ look }) => look),
    cells(() => '---'),
    cells(({ file, look }) => `![${shot.title}, ${look}](screenshots/${file})`),
    '',
  ];
}
