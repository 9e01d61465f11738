/**
 * A QR code as one path of an SVG, always dark on white with its quiet zone: scanners need both.
 */

import { useMemo } from 'preact/hooks';
import encodeQR from 'qr';

/** Modules of white around the code (ISO/IEC 18004). */
const QUIET_MODULES = 4;

interface Props {
  readonly text: string;
  /** What it is, for those who do not see it. */
  readonly label: string;
  readonly level?: 'low' | 'medium' | 'quartile' | 'high';
}

/** Draws a text as a QR code that fills its container's width. */
export function QrCode({ text, label, level = 'medium' }: Props) {
  const { side, path } = useMemo(() => qrPath(text, level), [text, level]);
  return (
    <svg class="qr" role="img" aria-label={label} viewBox={`0 0 ${side} ${side}`}>
      <rect width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" shape-rendering="crispEdges" />
    </svg>
  );
}

/**
 * The dark modules of a code as rows of an SVG path, and how many modules a side has with its quiet
 * zone.
 */
export function qrPath(
  text: string,
  level: NonNullable<Props['level']>,
): { readonly side: number; readonly path: string } {
  const modules = encodeQR(text, 'raw', { ecc: level, border: QUIET_MODULES });
  return { side: modules.length, path: modules.map(rowPath).join('') };
}

function rowPath(row: readonly boolean[], y: number): string {
  let path = '';
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue;
    const start = x;
    while (row[x + 1]) x++;
    path += `M${start} ${y}h${x - start + 1}v1H${start}z`;
  }
  return path;
}
