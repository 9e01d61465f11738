/**
 * Makes a browser's screenshot small: at most 256 colours, then the best compression. Pages have
 * few colours; what is lost is the last shade of a letter's edge.
 */

import { deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const COLOURS_MAX = 256;

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green and blue, three bytes a pixel, row by row. */
  readonly rgb: Uint8Array;
}

/** The same picture with a palette. @throws Error for anything but a PNG as browsers make it */
export function shrinkPng(png: Uint8Array): Buffer {
  const pixels = decode(Buffer.from(png));
  const palette = paletteOf(pixels.rgb);
  return encode(pixels, palette, indicesOf(pixels.rgb, palette));
}

function decode(png: Buffer): Pixels {
  if (!png.subarray(0, 8).equals(SIGNATURE)) throw new Error('png: expected one, got another file');
  const data: Buffer[] = [];
  let [width, height, channels] = [0, 0, 0];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    const body = png.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') {
      [width, height] = [body.readUInt32BE(0), body.readUInt32BE(4)];
      channels = channelsOf(body);
    }
    if (type === 'IDAT') data.push(body);
    at += length + 12;
  }
  const rows = unfilter(inflateSync(Buffer.concat(data)), width * channels, height, channels);
  const rgb = new Uint8Array(width * height * 3);
  for (let pixel = 0; pixel < width * height; pixel++) {
    rgb.set(rows.subarray(pixel * channels, pixel * channels + 3), pixel * 3);
  }
  return { width, height, rgb };
}

/** 8 bits, RGB or RGBA, not interlaced: what Chromium writes. */
function channelsOf(header: Buffer): number {
  const [depth, colours, interlaced] = [header[8], header[9], header[12]];
  if (depth !== 8 || interlaced !== 0 || (colours !== 2 && colours !== 6)) {
    throw new Error(`png: expected RGB of 8 bits, got type ${colours} of ${depth} bits`);
  }
  return colours === 2 ? 3 : 4;
}

/** Undoes the filter of each row (PNG, chapter 9). */
function unfilter(raw: Buffer, rowBytes: number, height: number, channels: number): Uint8Array {
  const rows = new Uint8Array(rowBytes * height);
  for (let row = 0; row < height; row++) {
    const filter = raw[row * (rowBytes + 1)] ?? 0;
    const source = row * (rowBytes + 1) + 1;
    const start = row * rowBytes;
    for (let x = 0; x < rowBytes; x++) {
      const left = x < channels ? 0 : (rows[start + x - channels] ?? 0);
      const up = row === 0 ? 0 : (rows[start + x - rowBytes] ?? 0);
      const upLeft = row === 0 || x < channels ? 0 : (rows[start + x - rowBytes - channels] ?? 0);
      rows[start + x] = (raw[source + x] ?? 0) + predicted(filter, left, up, upLeft);
    }
  }
  return rows;
}

function predicted(filter: number, left: number, up: number, upLeft: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  return filter === 4 ? paeth(left, up, upLeft) : 0;
}

function paeth(left: number, up: number, upLeft: number): number {
  const estimate = left + up - upLeft;
  const [a, b, c] = [left, up, upLeft].map((value) => Math.abs(estimate - value));
  if (a === undefined || b === undefined || c === undefined) return 0;
  if (a <= b && a <= c) return left;
  return b <= c ? up : upLeft;
}

const colourAt = (rgb: Uint8Array, pixel: number): number =>
  ((rgb[pixel * 3] ?? 0) << 16) | ((rgb[pixel * 3 + 1] ?? 0) << 8) | (rgb[pixel * 3 + 2] ?? 0);

/** The colours that occur most often. */
function paletteOf(rgb: Uint8Array): readonly number[] {
  const counts = new Map<number, number>();
  for (let pixel = 0; pixel < rgb.length / 3; pixel++) {
    const colour = colourAt(rgb, pixel);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const byCount = [...counts].sort(([, one], [, other]) => other - one);
  return byCount.slice(0, COLOURS_MAX).map(([colour]) => colour);
}

function away(one: number, other: number): number {
  const [red, green, blue] = [16, 8, 0].map(
    (bits) => ((one >> bits) & 255) - ((other >> bits) & 255),
  );
  return (red ?? 0) ** 2 + (green ?? 0) ** 2 + (blue ?? 0) ** 2;
}

function indicesOf(rgb: Uint8Array, palette: readonly number[]): Uint8Array {
  const known = new Map(palette.map((colour, index) => [colour, index]));
  const indices = new Uint8Array(rgb.length / 3);
  for (let pixel = 0; pixel < indices.length; pixel++) {
    const colour = colourAt(rgb, pixel);
    const index = known.get(colour) ?? nearest(palette, colour);
    known.set(colour, index);
    indices[pixel] = index;
  }
  return indices;
}

function nearest(palette: readonly number[], colour: number): number {
  let best = 0;
  palette.forEach((one, index) => {
    if (away(one, colour) < away(palette[best] ?? 0, colour)) best = index;
  });
  return best;
}

function encode(
  { width, height }: Pixels,
  palette: readonly number[],
  indices: Uint8Array,
): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // 8 bits, with a palette.
  header.set([8, 3, 0, 0, 0], 8);
  const rows = Buffer.alloc((width + 1) * height);
  for (let row = 0; row < height; row++) {
    rows.set(indices.subarray(row * width, (row + 1) * width), row * (width + 1) + 1);
  }
  const colours = Buffer.from(palette.flatMap((one) => [one >> 16, (one >> 8) & 255, one & 255]));
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, body: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const whole = Buffer.alloc(typed.length + 8);
  whole.writeUInt32BE(body.length, 0);
  whole.set(typed, 4);
  whole.writeUInt32BE(crc(typed), typed.length + 4);
  return whole;
}

/** CRC-32 of PNG (annex D): Node has it from version 22 on only. */
function crc(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}
