/** The contract of the store port: every back end runs it, and passes it whole. */

import type { Store } from '@covisa/store';
import { erasingContract } from './contract/erasing.js';
import { forkContract } from './contract/forks.js';
import {
  dropContract,
  entryContract,
  hashContract,
  headContract,
  ingestContract,
} from './contract/logs.js';
import { messageContract } from './contract/messages.js';
import {
  appendContract,
  dealingContract,
  grantContract,
  memberContract,
  refusalContract,
  visitContract,
} from './contract/people.js';
import { pruningContract } from './contract/pruning.js';
import { checkContract, markerContract, totalContract } from './contract/stamps.js';
import { statementContract } from './contract/statements.js';

const parts = {
  heads: headContract,
  ingest: ingestContract,
  entries: entryContract,
  hashes: hashContract,
  drop: dropContract,
  forks: forkContract,
  pruning: pruningContract,
  markers: markerContract,
  totals: totalContract,
  statements: statementContract,
  checks: checkContract,
  members: memberContract,
  visits: visitContract,
  refusals: refusalContract,
  erasing: erasingContract,
  append: appendContract,
  grants: grantContract,
  messages: messageContract,
  dealings: dealingContract,
};

/** Describes the contract for a back end; `open` gives an empty store. */
export function storeContract(name: string, open: () => Promise<Store>): void {
  describe(`The store contract: ${name}`, () => {
    let opened: Store | undefined;
    const store = (): Store => {
      if (opened === undefined) throw new Error('no store is open');
      return opened;
    };
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(async () => {
      await opened?.close();
    });
    for (const [title, describePart] of Object.entries(parts)) {
      describe(title, () => describePart(store));
    }
  });
}
