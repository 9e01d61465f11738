/** What the owner says of the space: its profile, and its closing. */

import { checkOffer, type ProfileEntry, type Seconds, utcDate } from '@covisa/protocol';
import { NodeError } from '../../errors.js';
import type { Context } from '../context.js';
import type { ProfileChange } from '../services.js';
import type { View } from '../view.js';
import type { OwnLog } from './own-log.js';

/** A profile is signed again after this long, well before it lapses after 180 days. */
const RESIGN_AFTER_SECONDS: Seconds = 120 * 86_400;

/** The profile with a change in it: what is null there is taken away. */
function changed(profile: ProfileEntry, change: ProfileChange): ProfileEntry {
  const { mailbox: _mailbox, site: _site, houseRules: _rules, ...before } = profile;
  const { mailbox, site, houseRules, ...rest } = { ...profile, ...change };
  return {
    ...before,
    ...rest,
    ...(mailbox != null && { mailbox }),
    ...(site != null && { site }),
    ...(houseRules != null && { houseRules }),
  };
}

/** The space's own listing. */
export class OwnSpace {
  readonly #context: Context;
  readonly #view: View;
  readonly #ownLog: OwnLog;

  constructor(context: Context, view: View, ownLog: OwnLog) {
    this.#context = context;
    this.#view = view;
    this.#ownLog = ownLog;
  }

  profile(): ProfileEntry {
    const profile = this.#view.space(this.#context.identity.space)?.profile;
    if (profile) return profile;
    throw new NodeError('NOT_READY', 'profile: this log has none yet');
  }

  async change(change: ProfileChange): Promise<ProfileEntry> {
    if (change.offer) checkOffer(change.offer);
    const node = this.#context.settings.publicUrl;
    const entry = { ...changed(this.profile(), change), node, signed: this.#context.now() };
    await this.#ownLog.append([entry]);
    return this.profile();
  }

  /** Signs the profile again when it is old, or when the node's address has changed. */
  async keepCurrent(): Promise<void> {
    if (this.#ownLog.mode !== 'ready' || this.isClosed()) return;
    const { signed, node } = this.profile();
    const isOld = this.#context.now() - signed > RESIGN_AFTER_SECONDS;
    if (isOld || node !== this.#context.settings.publicUrl) await this.change({});
  }

  isClosed(): boolean {
    return this.#view.space(this.#context.identity.space)?.closing != null;
  }

  async close(): Promise<void> {
    if (this.isClosed()) return;
    await this.#ownLog.append([{ type: 'closing', date: utcDate(this.#context.now()) }]);
  }
}
