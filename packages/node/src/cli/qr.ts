/** QR codes: in the terminal, as PNG and as SVG. */

import QRCode, { type QRCodeSegment } from 'qrcode';

/** Correction levels, from 7 % to 30 % of the code. */
export const QR_LEVELS = ['L', 'M', 'Q', 'H'] as const;
export type QrLevel = (typeof QR_LEVELS)[number];

/** Light modules around the code, as ISO/IEC 18004 asks for. */
const QUIET_MODULES = 4;
const ALPHANUMERIC = /^[0-9A-Z $%*+\-./:]*$/;

/** A token is alphanumeric by its alphabet: one segment, in the mode of 5.5 bits a character. */
function segments(text: string): QRCodeSegment[] {
  return ALPHANUMERIC.test(text)
    ? [{ data: text, mode: 'alphanumeric' }]
    : [{ data: Buffer.from(text, 'utf8'), mode: 'byte' }];
}

/** The version (1 to 40) that a text needs: 17 + 4 × version modules a side. */
export function qrVersion(text: string, level: QrLevel): number {
  return QRCode.create(segments(text), { errorCorrectionLevel: level }).version;
}

/**
 * Two modules a character, dark on light where colours can be set; `invert` for terminals of dark
 * text on light.
 */
export function qrText(
  text: string,
  level: QrLevel,
  look: { readonly colour: boolean; readonly invert: boolean },
): string {
  const { modules } = QRCode.create(segments(text), { errorCorrectionLevel: level });
  const isDark = (row: number, column: number): boolean =>
    row >= 0 && column >= 0 && row < modules.size && column < modules.size
      ? modules.get(row, column) === 1
      : false;
  // With colours, ink is dark on a light ground; without, the usual terminal's text is light, so
  // ink is the light modules.
  const inkIsDark = look.colour || look.invert;
  const lines: string[] = [];
  for (let row = -QUIET_MODULES; row < modules.size + QUIET_MODULES; row += 2) {
    let line = '';
    for (let column = -QUIET_MODULES; column < modules.size + QUIET_MODULES; column++) {
      const upper = isDark(row, column) === inkIsDark;
      const lower = isDark(row + 1, column) === inkIsDark;
      line += upper ? (lower ? '█' : '▀') : lower ? '▄' : ' ';
    }
    lines.push(look.colour ? `\u001b[30;107m${line}\u001b[0m` : line);
  }
  return lines.join('\n');
}

/** A PNG with eight pixels a module. */
export function qrPng(text: string, level: QrLevel): Promise<Buffer> {
  return QRCode.toBuffer(segments(text), {
    errorCorrectionLevel: level,
    margin: QUIET_MODULES,
    scale: 8,
  });
}

/** An SVG that scales to any size. */
export function qrSvg(text: string, level: QrLevel): Promise<string> {
  return QRCode.toString(segments(text), {
    type: 'svg',
    errorCorrectionLevel: level,
    margin: QUIET_MODULES,
  });
}
