/** All vectors: path from the root → text. */

import { encodeVector, fileNameOf, type Vector } from '../vector.js';
import { admissionVectors } from './admissions.js';
import { claimVectors } from './claims.js';
import { consents } from './consents.js';
import { countVectors } from './counts.js';
import { crypto } from './crypto.js';
import { directories } from './directories.js';
import { electionVectors } from './elections.js';
import { encoding } from './encoding.js';
import { exchangeVectors } from './exchanges.js';
import { grantVectors } from './grants.js';
import { identity } from './identity.js';
import { leavingVectors } from './leavings.js';
import { entryVectors } from './log-entries.js';
import { forkVectors } from './log-forks.js';
import { noteVectors } from './log-notes.js';
import { pruningVectors } from './log-pruning.js';
import { logRanges } from './log-ranges.js';
import { strayVectors } from './log-strays.js';
import { logTrees } from './log-trees.js';
import { messageVectors } from './messages.js';
import { presentationVectors } from './presentations.js';
import { requestVectors } from './requests.js';
import { requirements } from './requirements.js';
import { rosterVectors } from './rosters.js';
import { sealVectors } from './seals.js';
import { silenceVectors } from './silences.js';
import { syncVectors } from './syncs.js';
import { termsVectors } from './terms.js';
import { tokenVectors } from './tokens.js';
import { verdicts } from './verdicts.js';
import { visas } from './visas.js';

/** The vectors by chapter, in the order of the specification. */
const chapters: Readonly<Record<string, readonly Vector[]>> = {
  encoding,
  crypto,
  identity,
  log: [
    ...entryVectors,
    ...noteVectors,
    ...logTrees,
    ...logRanges,
    ...pruningVectors,
    ...forkVectors,
    ...strayVectors,
  ],
  visa: [...visas, ...tokenVectors, ...presentationVectors, ...grantVectors],
  stamps: [...sealVectors, ...countVectors, ...claimVectors],
  terms: [...termsVectors, ...verdicts, ...consents, ...requirements],
  programme: [
    ...rosterVectors,
    ...electionVectors,
    ...silenceVectors,
    ...admissionVectors,
    ...leavingVectors,
    ...directories,
  ],
  sync: syncVectors,
  messages: messageVectors,
  http: [...exchangeVectors, ...requestVectors],
};

/** What `npm run vectors` writes. @throws Error where two vectors have one name */
export function vectorFiles(): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const [chapter, vectors] of Object.entries(chapters)) {
    for (const vector of vectors) {
      const path = `spec/vectors/${chapter}/${fileNameOf(vector.title)}`;
      if (files.has(path)) throw new Error(`${path}: two vectors have this name`);
      files.set(path, encodeVector(vector));
    }
  }
  return files;
}
