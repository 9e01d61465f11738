/** Puts the parts of a node together: which part stands on which. Nothing runs yet. */

import type { FoundStamp, Seconds, SpaceId } from '@covisa/protocol';
import type { Context } from './context.js';
import { GrantClient } from './desk/check/grant-client.js';
import { Judging } from './desk/check/judging.js';
import { SpokenClient } from './desk/check/spoken-client.js';
import { UsageReader } from './desk/check/usage.js';
import { DeskService } from './desk/desk.js';
import { Journal } from './desk/record/journal.js';
import { Refusals } from './desk/record/refusals.js';
import { RecordRetention } from './desk/record/retention.js';
import { AccountsService } from './desk/show/accounts.js';
import { Forks } from './forks/forks.js';
import { Exchange } from './gossip/exchange.js';
import { Filling } from './gossip/filling.js';
import { GossipService } from './gossip/gossip.js';
import { OwnLogReturn } from './gossip/own-log-return.js';
import { OwnLogWatch } from './gossip/own-log-watch.js';
import { Peers } from './gossip/peers.js';
import { ResumeService } from './gossip/resumes.js';
import { Witness } from './gossip/witness.js';
import { Grants } from './home/grants.js';
import { Holders } from './home/holder.js';
import { HomeService } from './home/home.js';
import { Issuer } from './home/issuer.js';
import { IssuingKeys } from './home/issuing-keys.js';
import { Mailing } from './home/mailing.js';
import { MemberImport } from './home/member-import.js';
import { MemberUsage } from './home/member-usage.js';
import { Overviews } from './home/overviews.js';
import { Register } from './home/register.js';
import { RequestBook } from './home/requests.js';
import { NumberRetention } from './home/retention.js';
import { SpokenCodesService } from './home/spoken-codes.js';
import { WalletService } from './home/wallets.js';
import { Auditor } from './log/audit.js';
import { Chores } from './log/chores.js';
import { LogChecks } from './log/log-checks.js';
import { LogsService } from './log/logs.js';
import { OwnLog } from './log/own-log.js';
import { OwnSpace } from './log/own-space.js';
import { Pruner } from './log/pruner.js';
import { Receipts } from './log/receipts.js';
import { Recovery } from './log/recovery.js';
import type { Replica } from './log/replica.js';
import { MessageService } from './messages/messages.js';
import { Applications } from './programme/applications.js';
import type { ProgrammeBook } from './programme/book.js';
import { ProgrammesService } from './programme/programmes.js';
import { ProgrammeStates } from './programme/states.js';
import type { SteadyClock } from './steady-clock.js';
import type { View } from './view.js';

/** What was read from the store before anything stands on it. */
export interface Held {
  readonly view: View;
  readonly replica: Replica;
  readonly book: ProgrammeBook;
  readonly steadyClock: SteadyClock;
}

/** What the parts ask of the node as a whole. */
export interface Whole {
  signAsPeer(message: Uint8Array): Promise<Uint8Array>;
  /** The own log may grow again. */
  recovered(): Promise<void>;
}

/** For how long nothing was heard of a space. */
function silenceOf(replica: Replica, space: SpaceId, now: Seconds): Seconds {
  return now - (replica.latest(space)?.head.heartbeat?.time ?? 0);
}

/** All parts of one node. */
export type Parts = ReturnType<typeof assemble>;

/** The parts over their context. */
export function assemble(context: Context, secret: Uint8Array, held: Held, whole: Whole) {
  const { view, replica, book, steadyClock } = held;
  const { ports, identity } = context;
  const states = new ProgrammeStates(context, view, replica, book);
  const ownLog = new OwnLog(context, replica);
  const peers = new Peers(ports, { view, book, membership: states });
  const client = ports.connect({
    space: identity.space,
    signAsPeer: (message) => whole.signAsPeer(message),
  });
  const witness = new Witness(context, view, replica);
  const forks = new Forks(context, { view, replica, ownLog });
  const watch = new OwnLogWatch(context, replica, ownLog);
  const filling = new Filling(ports, replica, view);
  const exchange = new Exchange(context, {
    ...{ replica, ownLog, witness, forks, filling, watch },
    membership: states,
  });
  const receipts = new Receipts(context, replica, witness);
  const checks = new LogChecks(ports, view, replica);
  const auditor = new Auditor(context, { view, replica, checks, client });
  const recovery = new Recovery(
    ownLog,
    {
      known: () => states.peers(),
      hasAddress: (space) => peers.address(space) !== null,
      canMeet: (space) =>
        context.settings.publicUrl !== null || view.space(space)?.profile?.node !== null,
      silence: (space) => silenceOf(replica, space, context.now()),
    },
    ports.logger,
    () => whole.recovered(),
  );
  const resumes = new ResumeService(context, {
    ...{ view, replica, ownLog, forks, exchange, filling, client },
    membership: states,
  });
  const ownLogs = new OwnLogReturn(context, {
    ...{ replica, exchange, filling, recovery, client, watch },
  });
  const gossip = new GossipService(context, {
    ...{ exchange, view, replica, forks, client, peers, recovery, resumes, ownLogs, watch },
    membership: states,
  });
  const stillCounts = (stamp: FoundStamp) => states.stillCounts(stamp);
  const usage = new UsageReader(ports, view, stillCounts, replica.news);
  const keys = new IssuingKeys(context, {
    ...{ view, ownLog, secret },
    push: (homes) => gossip.push(homes),
  });
  const issuer = new Issuer(context, view, keys);
  const judging = new Judging(context, { view, replica, membership: states });
  const journal = new Journal(context, ownLog, usage, (homes) => gossip.push(homes));
  const refusals = new Refusals(context, { view, ownLog, journal });
  const ownSpace = new OwnSpace(context, view, ownLog);
  const rules = states;
  const members = new MemberUsage(identity.space, usage, view);
  const grants = new Grants(context, { view, ownLog, usage: members, keys, judging, rules });
  const register = new Register(context, { ownLog, issuer, gossip });
  const requests = new RequestBook(context, view);
  const overviews = new Overviews(context, { view, states, usage: members, grants });
  const applications = new Applications(context, {
    ...{ replica, ownLog, book, states, client, resumes },
  });
  const records = new RecordRetention(context, journal);
  const desk = new DeskService(context, {
    ...{ view, ownLog, usage, judging, rules, states, journal, refusals, records, peers, gossip },
    grants: new GrantClient(context, client, peers),
    spoken: new SpokenClient(client, peers),
  });
  return {
    ...{
      states,
      ownLog,
      forks,
      peers,
      recovery,
      gossip,
      witness,
      resumes,
      keys,
      journal,
      refusals,
      ownSpace,
      applications,
      desk,
      register,
    },
    chores: new Chores(context, {
      ...{ ownLog, ownSpace, keys, steadyClock, records },
      numbers: new NumberRetention(context, register),
      pruner: new Pruner(context, { view, replica, ownLog }),
    }),
    logs: new LogsService(context, { replica, checks, auditor, receipts }),
    messages: new MessageService(context, {
      ...{ view, membership: states, peers, client, steadyClock },
    }),
    accounts: new AccountsService(context, view, usage),
    home: new HomeService(context, {
      ...{ register, usage: members, issuer, grants, requests },
      imports: new MemberImport(context, register, issuer),
      mailing: new Mailing(context, register, view),
    }),
    wallets: new WalletService(context, {
      ...{ register, usage: members, issuer, overviews, requests, receipts },
      holders: new Holders(context, view),
    }),
    requests,
    spoken: new SpokenCodesService(context, view),
    programmes: new ProgrammesService(context, {
      ...{ view, replica, ownLog, book, states, client, applications, gossip },
    }),
  };
}
