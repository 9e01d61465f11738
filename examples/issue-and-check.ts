/**
 * Issues a visa and checks it at another space, with @covisa/protocol alone: no node, no network.
 * Run: node examples/dist/issue-and-check.js
 */

import * as covisa from '@covisa/protocol';

const ed25519 = covisa.tweetnaclBackend;
const instant = 1_778_576_400; // 2026-05-12T09:00:00Z
const bytes = (label: string) => covisa.sha256(covisa.encodeUtf8(label)); // in earnest: random
const date = covisa.parseCalendarDate;

// In earnest a space's id is the hash of its log's first entry, and its keys stand in that log.
const melbourne = covisa.encodeBase64url(bytes('Melbourne')) as covisa.SpaceId;
const shanghai = covisa.encodeBase64url(bytes('Shanghai')) as covisa.SpaceId;
const issuingSeed = covisa.deriveNodeKey(bytes("Melbourne's node secret"), 'issuing', 0);
const phone = bytes('the key on the phone, which never leaves it');

// Melbourne issues: the claims become bytes to sign, and the signature is put beside them.
const claims: covisa.VisaClaims = {
  issuer: covisa.issuerOf(melbourne),
  number: bytes('visa number').slice(0, 16),
  issuedAt: instant - 86_400,
  expiresAt: instant + 29 * 86_400,
  holderKey: ed25519.publicKey(phone),
  yearStart: date('2026-02-01'),
  memberSince: date('2024-09-15'),
  plan: 'full-time',
  displayName: 'Ada L.',
  former: [],
  ask: false,
};
const unsigned = covisa.visaToSign(claims, melbourne);
const visa = covisa.assembleVisa(unsigned.payload, ed25519.sign(issuingSeed, unsigned.message));

// The phone presents it: a fresh signature of what is meant, by the key that the visa names.
const meant = {
  purpose: 'visit',
  time: instant,
  host: null,
  nonce: bytes('n').slice(0, 8),
} as const;
const said = covisa.presentationToSign(meant, melbourne, claims.number);
const proof = covisa.assembleProof(said.payload, ed25519.sign(phone, said.message));
const token = covisa.encodeToken(visa, proof);
console.log(`token: ${token.length} characters`);

// Shanghai checks it, with the issuing key from Melbourne's log.
const issuingKey = ed25519.publicKey(issuingSeed);
const context = { home: melbourne, issuingKey, host: shanghai, instant, revokedBefore: null };
const shown = await covisa.verifyPresentation(ed25519, covisa.parseToken(token), {
  ...context,
  purpose: 'visit',
});
const judged = covisa.judgedVisa(shown.visa.claims);
console.log(`claims: plan ${judged.plan}, member since ${judged.memberSince}`);

// Shanghai judges it by the terms, and by the visits that this visa has had there so far.
const venue = { timeZone: 'Asia/Shanghai', latitude: 31.23, longitude: 121.47 };
const rate = { amount: 12_000, currency: 'CNY' };
const party = { adults: 1, children: 0 };
const atTheDesk = (usage: readonly covisa.JudgedVisit[]) =>
  covisa.judge({
    ...{ role: 'host', instant, visa: judged, presentation: 'open', usage, homeAtHost: [] },
    ...{ terms: covisa.DEFAULT_TERMS, roster: 0, usageFrom: judged.visaYearStart, grant: null },
    home: { space: melbourne, offer: null, venues: [], prices: null, visitsAtHome: null },
    host: { space: shanghai, offer: null, open: true, venue, rate },
    today: { total: 0, fromHome: 0, freeFromHome: 0 },
    local: { spaceRefused: null, visaRefused: null, full: false },
    freshness: { homeHeartbeatAgeSeconds: 600, knownUpTo: instant - 60, olderSpaces: 0 },
    homeAnswer: 'not-asked',
    request: { at: null, date: null, halfDay: false, stayMinutes: null, notice: null, party },
  });
const days = ['2026-05-09', '2026-05-10', '2026-05-11'].map(date);
const earlier = days.map(
  (day) => ({ host: shanghai, date: day, kind: 'free', weight: 1 }) as const,
);
console.log(`first day: ${covisa.sentence(atTheDesk([]))}`);
console.log(`fourth day: ${covisa.sentence(atTheDesk(earlier))}`);
