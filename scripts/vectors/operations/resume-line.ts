/** Resumes in the inputs of operations. */

import { encodeUtf8, ProtocolError, parseEntry, type ResumeEntry } from '@covisa/protocol';

/** @throws ProtocolError RESUME_INVALID, and what reading an entry throws */
export function resumeOf(line: string): ResumeEntry {
  const entry = parseEntry(encodeUtf8(line));
  if (entry.type === 'resume') return entry;
  throw new ProtocolError('RESUME_INVALID', 'resume: expected an entry of that type');
}
