/**
 * Bars as an SVG picture. It has a light ground of its own, so that it reads alike on light and
 * dark pages, and tells nothing by colour alone.
 */

import type { Ratio } from '../harness/line.js';
import { withUnit } from './words.js';

const WIDTH = 720;
const MARGIN = 16;
const LABEL_WIDTH = 250;
const FIGURE_WIDTH = 150;
const BAR_HEIGHT = 18;
const ROW = 24;
const HEADING = 30;
const COLOURS = { ours: '#1f6f5c', theirs: '#9aa3ab', text: '#1b1f23', ground: '#ffffff' };

/** A ratio that has two figures to draw. */
type Pair = Ratio & { readonly theirs: number };

function isPair(ratio: Ratio): ratio is Pair {
  return ratio.theirs !== null;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function text(x: number, y: number, content: string, weight = 400): string {
  return `<text x="${x}" y="${y}" font-weight="${weight}">${escaped(content)}</text>`;
}

interface Bar {
  readonly label: string;
  readonly figure: number;
  readonly unit: string;
  readonly colour: string;
}

function barLines({ label, figure, unit, colour }: Bar, largest: number, y: number): string[] {
  const room = WIDTH - 2 * MARGIN - LABEL_WIDTH - FIGURE_WIDTH;
  const length = largest > 0 ? Math.max(1, Math.round((room * figure) / largest)) : 1;
  const x = MARGIN + LABEL_WIDTH;
  return [
    text(MARGIN, y + 14, label),
    `<rect x="${x}" y="${y}" width="${length}" height="${BAR_HEIGHT}" fill="${colour}"/>`,
    text(x + length + 8, y + 14, withUnit(figure, unit)),
  ];
}

/** All that one figure of ours is held against, below one heading. */
function groupLines(name: string, pairs: readonly Pair[], top: number): string[] {
  const bars = pairs.flatMap(({ against, ours, theirs, unit }, index): Bar[] => [
    ...(index === 0 ? [{ label: 'covisa', figure: ours, unit, colour: COLOURS.ours }] : []),
    { label: against, figure: theirs, unit, colour: COLOURS.theirs },
  ]);
  const largest = Math.max(...bars.map(({ figure }) => figure));
  return [
    text(MARGIN, top + 18, name, 600),
    ...bars.flatMap((bar, index) => barLines(bar, largest, top + HEADING + index * ROW)),
  ];
}

/** The ratios of one name with one figure of ours stand together. */
function groupsOf(ratios: readonly Ratio[]): readonly (readonly Pair[])[] {
  const pairs = ratios.filter(isPair);
  const key = ({ name, ours }: Pair): string => `${name} ${ours}`;
  return [...new Set(pairs.map(key))].map((one) => pairs.filter((pair) => key(pair) === one));
}

/** The picture of a line, or null where there is nothing to set side by side. */
export function barPicture(title: string, ratios: readonly Ratio[]): string | null {
  const groups = groupsOf(ratios);
  if (groups.length === 0) return null;
  const lines: string[] = [];
  let top = MARGIN;
  for (const pairs of groups) {
    lines.push(...groupLines(pairs[0]?.name ?? '', pairs, top));
    top += HEADING + (pairs.length + 1) * ROW + MARGIN / 2;
  }
  const size = `width="${WIDTH}" height="${top}" viewBox="0 0 ${WIDTH} ${top}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${WIDTH}" height="${top}" rx="8" fill="${COLOURS.ground}"/>`,
    `<g font-family="system-ui, sans-serif" font-size="13" fill="${COLOURS.text}">`,
    ...lines,
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}
