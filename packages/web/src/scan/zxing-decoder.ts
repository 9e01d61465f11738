/** zxing-wasm, which reads what the smaller decoders miss; its program comes from this origin. */

import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import program from 'zxing-wasm/reader/zxing_reader.wasm?url';

// Unless told otherwise it would load its program from elsewhere.
prepareZXingModule({ overrides: { locateFile: () => program } });

/** The texts of the QR codes in a picture; `isThorough` also tries small, tilted and poor ones. */
export async function readWithZxing(
  pixels: ImageData,
  isThorough: boolean,
): Promise<readonly string[]> {
  const options = { formats: ['QRCode' as const], tryHarder: isThorough, maxNumberOfSymbols: 4 };
  const found = await readBarcodes(pixels, options);
  return found.filter(({ isValid }) => isValid).map(({ text }) => text);
}
