/** What a call throws, as its code. */

import { ProtocolError } from '@covisa/protocol';

/**
 * The code of the ProtocolError that `call` throws; the name of another error; `nothing thrown`.
 */
export function codeOf(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    return nameOf(error);
  }
  return 'nothing thrown';
}

/** As `codeOf`, for a call that answers later. */
export async function codeOfAsync(call: () => Promise<unknown>): Promise<string> {
  try {
    await call();
  } catch (error) {
    return nameOf(error);
  }
  return 'nothing thrown';
}

function nameOf(error: unknown): string {
  if (error instanceof ProtocolError) return error.code;
  return error instanceof Error ? error.name : 'no error';
}
