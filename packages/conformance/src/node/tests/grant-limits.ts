/** What bounds grants: the day at the venue, the lapse, who asks, and whose visa it is. */

import { type CalendarDate, dayOfDate, localDate, shape } from '@covisa/protocol';
import { admitted, apply } from '../admitted.js';
import { documentOf } from '../answers.js';
import { check, same } from '../expect.js';
import { asked, DAY_SECONDS, granted, refused } from '../granting.js';
import { claimOf, memberOf, visaIn } from '../member.js';
import { Peer } from '../peer.js';
import type { Subject } from '../subject.js';
import type { NodeChapter } from '../test.js';
import { profileOf } from '../test-space.js';
import { dateOf, ownWallet } from '../wallet.js';
import { reserve } from './grants.js';

const reissued = shape.open({ claimCode: shape.text({ min: 1, max: 64 }) });
/** Where a day begins first, and where it begins last. */
const ZONES = { east: 'Pacific/Kiritimati', west: 'Pacific/Pago_Pago' } as const;

/** When a grant of a date lapses. */
function lapseOf(date: CalendarDate): number {
  return (dayOfDate(date) + 2) * DAY_SECONDS + DAY_SECONDS / 2;
}

/** A host with a venue in each zone. */
function farHost(subject: Subject): Promise<Peer> {
  return subject.once('a host with venues far apart', async () => {
    const host = await admitted(subject, 'Heidi');
    const profile = profileOf(host.space.name, subject.now());
    const [main] = profile.venues;
    check(main !== undefined, 'the suite made no venue');
    const venues = Object.entries(ZONES).map(([id, timeZone]) => ({ ...main, id, timeZone }));
    host.space.append({ ...profile, venues: [main, ...venues] });
    await host.sync();
    return host;
  });
}

export const grantLimits: NodeChapter = {
  name: 'Limits of grants',
  place: 'spec/http.md#grants',
  tests: [
    {
      title: 'A day is granted until its grant would have lapsed, and not any more from then on.',
      rules: ['GRANT-3', 'GRANT-9'],
      async run(subject) {
        const host = await admitted(subject, 'Grace');
        const { wallet } = await memberOf(subject, 'Leo');
        for (let days = 0; days <= 4; days++) {
          const date = dateOf(subject.now() - days * DAY_SECONDS);
          const token = wallet.present('visit');
          if (lapseOf(date) > subject.now()) await granted(subject, host, token, { date });
          else await refused(subject, 'DATE_TOO_FAR', host, token, { date });
        }
      },
    },
    {
      title: 'The day is that of the venue, in whatever zone it lies.',
      rules: ['GRANT-4'],
      async run(subject) {
        const host = await farHost(subject);
        for (const [venue, zone] of Object.entries(ZONES)) {
          const { wallet } = await memberOf(subject, `Lea ${venue}`);
          const now = subject.now();
          const tomorrow = localDate(now + DAY_SECONDS, zone);
          const wish = { venue, date: tomorrow };
          await refused(subject, 'DATE_TOO_FAR', host, wallet.present('visit'), wish);
          const today = { venue, date: localDate(now, zone) };
          await granted(subject, host, wallet.present('visit'), today);
        }
      },
    },
    {
      title: "The token of another home's member gets a no, which binds the host.",
      rules: ['GRANT-11'],
      async run(subject) {
        const host = await admitted(subject, 'Grace');
        const home = await admitted(subject, 'Ivan');
        const token = ownWallet(subject, home.space).present('visit');
        await refused(subject, 'MEMBER_INACTIVE', host, token);
      },
    },
    {
      title: 'The visa of a phone that was replaced gets a no, and that of the new phone a grant.',
      rules: ['GRANT-11', 'VISA-11'],
      async run(subject) {
        const host = await admitted(subject, 'Grace');
        const { id, wallet } = await memberOf(subject, 'Mona');
        const answer = await subject.api('POST', `/api/members/${id}/reissue`, {});
        const { claimCode } = documentOf(answer, reissued);
        const phone = wallet.withHolder(subject.options.random(32));
        const claim = claimOf(claimCode, phone.holderSeed);
        phone.replace(visaIn(await subject.postJson('/covisa/v1/claim', claim)));
        await refused(subject, 'VISA_REVOKED', host, wallet.present('visit'));
        // Its visa is of the next second, so that it is not revoked with the one before.
        await granted(subject, host, phone.present('visit'));
      },
    },
    {
      title: 'A programme of the home to which the host does not belong gets no grant.',
      rules: ['GRANT-8'],
      async run(subject) {
        const host = await admitted(subject, 'Grace');
        const { programme } = await admitted(subject, 'Alice');
        const { wallet } = await memberOf(subject, 'Nora');
        await refused(subject, 'SPACE_UNKNOWN', host, wallet.present('visit'), { programme });
      },
    },
    {
      title: 'A space that has applied only gets no grant.',
      rules: ['GRANT-8'],
      async run(subject) {
        const { programme } = await admitted(subject, 'Grace');
        const space = subject.newSpace('applicant');
        await apply(subject, space, programme);
        const host = new Peer(subject, space, programme);
        const { wallet } = await memberOf(subject, 'Nora');
        await refused(subject, 'SPACE_UNKNOWN', host, wallet.present('visit'));
      },
    },
    {
      title: 'Open grants under an earlier visa number count.',
      rules: ['GRANT-7'],
      async run(subject) {
        const { wallet } = await memberOf(subject, 'Otto');
        const before = await reserve(subject, wallet);
        same('the code', before.code, 'GRANTS_OPEN');
        const token = wallet.present('renumber');
        wallet.replace(visaIn(await subject.postJson('/covisa/v1/renumber', { token })));
        const host = await admitted(subject, 'Grace');
        const answer = await asked(subject, host, wallet.present('visit'));
        same('the code', answer.granted ? 'a grant' : answer.code, 'GRANTS_OPEN');
      },
    },
  ],
};
