/** All tests of a node, chapter by chapter: what is only read first, what floods it last. */

import type { NodeChapter } from '../test.js';
import { applying } from './applying.js';
import { calls } from './calls.js';
import { deliveries } from './deliveries.js';
import { desk } from './desk.js';
import { discovery } from './discovery.js';
import { documents } from './documents.js';
import { errors } from './errors.js';
import { falseForks } from './false-forks.js';
import { flood } from './flood.js';
import { forkSearch } from './fork-search.js';
import { forks } from './forks.js';
import { grantLimits } from './grant-limits.js';
import { grants } from './grants.js';
import { halfDays } from './half-days.js';
import { hostGrants } from './host-grants.js';
import { hostile } from './hostile.js';
import { messages } from './messages.js';
import { pruning } from './pruning.js';
import { publicLog } from './public-log.js';
import { receipts } from './receipts.js';
import { relay } from './relay.js';
import { resume } from './resume.js';
import { rivals } from './rivals.js';
import { signatures } from './signatures.js';
import { sync } from './sync.js';
import { syncMessages } from './sync-messages.js';
import { wallets } from './wallets.js';

export const CHAPTERS: readonly NodeChapter[] = [
  discovery,
  publicLog,
  documents,
  errors,
  signatures,
  applying,
  sync,
  syncMessages,
  relay,
  pruning,
  wallets,
  grants,
  grantLimits,
  halfDays,
  receipts,
  desk,
  calls,
  hostGrants,
  messages,
  deliveries,
  hostile,
  resume,
  falseForks,
  forkSearch,
  forks,
  rivals,
  flood,
];
