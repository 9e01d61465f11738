/**
 * Every shape of a request compiles under Ajv's strict mode, and accepts and refuses what the shape
 * does.
 */

import { DEFAULT_TERMS } from '@covisa/protocol';
import { expect } from 'chai';
import * as schemas from '../../dist/http/schemas/index.js';
import { validator } from '../../dist/http/validate.js';
import { codeOf } from '../support/errors.js';
import { DATE, PROGRAMME } from './support/engine-double.js';
import { testNode } from './support/test-node.js';

const { space } = testNode('schemas');

const GOOD: { readonly [name in keyof typeof schemas]: object } = {
  nothing: {},
  messageRequest: { to: space, content: { kind: 'note', text: 'Hello\nthere' } },
  messageErasure: { direction: 'in', space, id: 'AAAAAAAAAAAAAAAAAAAAAA' },
  messagesSeen: { ids: ['AAAAAAAAAAAAAAAAAAAAAA'] },
  senderRefusal: { refused: true },
  threadPath: { space },
  expectedQuery: { date: DATE },
  keyRevocation: { generation: 3 },
  receiptQuery: { space, index: '7' },
  auditQuery: { space },
  signInRequest: { person: 'p1', pin: '4711' },
  deviceInvitation: { name: 'Tablet' },
  deviceClaim: { code: '0123456789', name: 'Tablet' },
  newPerson: { name: 'Ada', pin: '4711' },
  pinChange: { pin: '0815' },
  newToken: { name: 'Door', role: 'desk' },
  passwordChange: { current: 'old password', next: 'new password' },
  setUpQuestion: { token: 't' },
  setUpRequest: {
    token: 't',
    password: 'long enough',
    name: 'Harbour',
    venue: { name: 'Main', address: '', timeZone: 'Asia/Shanghai', amenities: [] },
    rate: null,
    languages: [],
    recoveryDigest: space,
  },
  claimRequest: { code: 'code-1234', holderKey: space },
  tokenRequest: { token: '' },
  receiptRequest: { token: 'CV1:X', host: space, incarnation: 0, index: 7 },
  objectionRequest: { token: 'CV1:X', host: space, date: '2026-05-12', note: 'No.' },
  grantRequest: {
    token: 'x',
    k: 0,
    date: DATE,
    venue: 'main',
    programme: PROGRAMME,
    halfDay: true,
  },
  testClockRequest: { advanceSeconds: 0 },
  syncRequest: { peer: space },
  profileChange: {
    name: 'Harbour',
    open: true,
    venues: [
      {
        id: 'main',
        name: 'Main',
        address: '',
        latitude: 0,
        longitude: 0,
        timeZone: 'Asia/Shanghai',
        amenities: [],
      },
    ],
    rate: { amount: 2500, currency: 'CNY' },
    offer: {},
    languages: ['zh-CN'],
    mailbox: 'desk@example.org',
    site: 'https://example.org/',
  },
  founding: { name: 'Rim', purpose: '', founders: [space], threshold: 2, endorsements: 1 },
  joinRequest: { link: 'https://a.example/join#x.y' },
  endorseRequest: { space },
  amendment: { add: [space], remove: [], terms: DEFAULT_TERMS, threshold: null },
  signRequest: { roster: null },
  chooseRequest: { roster: space },
  newMember: { name: 'Mei', plan: 'full', displayName: null, since: DATE, isStatic: true },
  memberChange: { name: 'Mei', contact: null, paidUntil: DATE },
  memberImport: { csv: 'name\nMei', dryRun: true },
  checkRequest: { token: 'x', venue: 'main', party: 2 },
  spokenCheckRequest: { home: space, code: 'ABCD-2345', date: DATE, scannedAt: 1 },
  refusalRequest: { reason: 'full', note: null },
  welcomeRequest: { wifi: { ssid: 'Loft', password: '', hidden: true }, note: 'Upstairs' },
  deskSettingsRequest: { selfCheckIn: true },
  deskQuery: { venue: 'main' },
  arrivalRequest: { token: 'x', venue: 'main' },
  spokenCollectRequest: { code: 'ABCD2345' },
  visitRequest: { check: 'c1', kind: 'courtesy', amount: null, note: 'late' },
  datesQuery: { from: DATE, to: DATE },
  statementQuery: { with: space, from: DATE, to: DATE },
  logQuery: { from: '0', count: '10' },
  logVerifyQuery: { space },
  programmePath: { id: PROGRAMME },
  recordPath: { id: 'm_1-2' },
};

describe("the requests' schemas", () => {
  for (const [name, shaped] of Object.entries(schemas)) {
    it(`${name} compiles, accepts a good value and refuses an unknown member`, () => {
      const parse = validator<object>(shaped, 'body');
      const good = Object.entries(GOOD).find(([known]) => known === name)?.[1];
      expect(parse(good)).to.deep.equal(good);
      expect(codeOf(() => parse({ ...good, unknown: 1 }))).to.equal('REQUEST_INVALID');
      expect(codeOf(() => parse(null))).to.equal('REQUEST_INVALID');
    });
  }
});
