/**
 * Every command against the real HTTP shell: what the engine is asked, and that the answer is one
 * document.
 */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_TERMS } from '@covisa/protocol';
import { expect } from 'chai';
import { isOwnAddress } from '../../dist/cli/session.js';
import { PROGRAMME } from '../http/support/engine-double.js';
import { MESSAGE } from '../http/support/message-double.js';
import { type RunningApp, runningApps, TOKEN } from '../http/support/running-app.js';
import { testNode } from '../http/support/test-node.js';
import { temporaryFolders } from '../support/folders.js';
import { type CommandLineOptions, covisa, type Ran, refusal } from './support/command-line.js';

const { space } = testNode('other');
const dates = '"2026-05-01" "2026-05-31"';

/** The command line, and the last thing that the engine was asked (null: nothing that it notes). */
const TABLE: readonly (readonly [string, string | null])[] = [
  ['status', null],
  ['profile show', null],
  [
    'profile set --open no --language de,en',
    'changeProfile {"open":false,"languages":["de","en"]}',
  ],
  [
    'profile set --rate 25 --currency EUR',
    'changeProfile {"rate":{"amount":2500,"currency":"EUR"}}',
  ],
  ['clock show', null],
  ['close --yes', 'closeSpace'],
  ['programme list', 'programmes.list'],
  ['programme show', 'programmes.list'],
  [`programme show ${PROGRAMME}`, `programmes.show "${PROGRAMME}"`],
  ['programme invite', `programmes.invite "${PROGRAMME}"`],
  ['programme join https://a.example/join#x.y', 'programmes.join "https://a.example/join#x.y"'],
  [`programme endorse ${space}`, `programmes.endorse "${PROGRAMME}" "${space}"`],
  [`programme endorse ${PROGRAMME} ${space}`, `programmes.endorse "${PROGRAMME}" "${space}"`],
  [
    'programme amend --seat-admitted',
    `programmes.amend "${PROGRAMME}" {"seatAdmitted":true,"add":[],"remove":[]}`,
  ],
  [
    `programme amend --remove ${space} --name Rim`,
    `programmes.amend "${PROGRAMME}" {"seatAdmitted":false,"add":[],"remove":["${space}"],"name":"Rim"}`,
  ],
  [
    'programme create Rim --threshold 1 --endorsements 3',
    `programmes.create {"name":"Rim","purpose":"","founders":[],"threshold":1,"endorsements":3,"terms":${JSON.stringify(DEFAULT_TERMS)}}`,
  ],
  [
    'programme create Rim --threshold default',
    `programmes.create {"name":"Rim","purpose":"","founders":[],"terms":${JSON.stringify(DEFAULT_TERMS)}}`,
  ],
  [
    'programme amend --threshold 5 --endorsements 1',
    `programmes.amend "${PROGRAMME}" {"seatAdmitted":false,"add":[],"remove":[],"threshold":5,"endorsements":1}`,
  ],
  [
    'programme amend --threshold default',
    `programmes.amend "${PROGRAMME}" {"seatAdmitted":false,"add":[],"remove":[],"threshold":null}`,
  ],
  [
    'programme amend --seat-admitted --leave-out-silent',
    `programmes.amend "${PROGRAMME}" {"seatAdmitted":true,"add":[],"remove":[],"leaveOutSilent":true}`,
  ],
  [
    `programme choose ${PROGRAMME} C${'A'.repeat(42)}`,
    `programmes.choose "${PROGRAMME}" "C${'A'.repeat(42)}"`,
  ],
  [`programme choose CAAAAA`, `programmes.choose "${PROGRAMME}" "C${'A'.repeat(42)}"`],
  ['refused', null],
  [
    `refuse ${space} --reason Unpaid`,
    `changeProfile {"offer":{"refuses":[{"space":"${space}","reason":"Unpaid"}]}}`,
  ],
  [`welcome ${space}`, 'changeProfile {"offer":{}}'],
  ['programme sign', `programmes.sign "${PROGRAMME}" null`],
  ['programme vote', `programmes.sign "${PROGRAMME}" null`],
  ['programme leave --yes', `programmes.leave "${PROGRAMME}"`],
  [
    'member add Mei --plan flex --since 2026-01-01 --static --display-name Mei',
    'home.add {"name":"Mei","plan":"flex","displayName":"Mei","contact":null,"since":"2026-01-01","paidUntil":null,"isStatic":true}',
  ],
  ['message list', 'messages.threads'],
  [`message read ${space}`, `messages.markRead "${space}" ["${MESSAGE}"]`],
  [
    `message send ${space} --text Hello`,
    `messages.send {"to":"${space}","content":{"kind":"note","text":"Hello"},"programme":null,"replyTo":null}`,
  ],
  [
    `message send ${space} --kind introduction --first 2026-05-12 --display-name Ada`,
    `messages.send {"to":"${space}","content":{"kind":"introduction","first":"2026-05-12","last":"2026-05-12","people":1,"displayName":"Ada"},"programme":null,"replyTo":null}`,
  ],
  [
    `message send ${space} --kind answer --answer full --reply-to ${MESSAGE}`,
    `messages.send {"to":"${space}","content":{"kind":"answer","answer":"full"},"programme":null,"replyTo":"${MESSAGE}"}`,
  ],
  [
    'message send --kind notice --text Closed',
    `messages.send {"to":null,"content":{"kind":"notice","text":"Closed"},"programme":"${PROGRAMME}","replyTo":null}`,
  ],
  [`message refuse ${space}`, `messages.refuse "${space}" true`],
  [`message accept ${space}`, `messages.refuse "${space}" false`],
  [
    `message erase ${MESSAGE}`,
    `messages.erase {"direction":"in","space":"${space}","id":"${MESSAGE}"}`,
  ],
  ['member list', 'home.list'],
  ['member show m1', 'home.show "m1"'],
  ['member pause m1', 'home.setStatus "m1" "paused"'],
  ['member resume m1', 'home.setStatus "m1" "active"'],
  ['member revoke m1 --yes', 'home.setStatus "m1" "revoked"'],
  ['member link m1', 'home.reissue "m1"'],
  ['member reissue m1', 'home.reissue "m1"'],
  ['member visits m1', 'home.visits "m1"'],
  [
    'member set m1 --plan flex --contact none --paid-until 2027-01-31',
    'home.change "m1" {"contact":null,"plan":"flex","paidUntil":"2027-01-31"}',
  ],
  ['member send m1', 'home.send "m1"'],
  ['member renumber m1', 'home.renumber "m1"'],
  ['member erase m1 --yes', 'home.erase "m1"'],
  ['member export', 'home.list'],
  ['requests list', 'requests.list'],
  ['requests done q1', 'requests.done "q1"'],
  ['visa --member m1', 'home.staticToken "m1"'],
  [
    'check CV1:X --half-day --party 2',
    'desk.check {"token":"CV1:X","venue":null,"halfDay":true,"party":2,"notice":false,"date":null,"scannedAt":null}',
  ],
  [
    'check CV1:X --stamp courtesy --note hello',
    'desk.stamp {"check":"c1","kind":"courtesy","amount":null,"note":"hello","by":{"kind":"command-line","name":null}}',
  ],
  ['void v1', 'desk.void "v1"'],
  ['forget v1 --yes', 'desk.erase "v1"'],
  ['doubles', 'directory'],
  ['directory', 'directory'],
  ['peers', 'gossip.peers'],
  ['log show --from 0 --count 5', null],
  ['log verify', null],
];

describe('cli: commands over HTTP', () => {
  const start = runningApps();
  const makeFolder = temporaryFolders();
  let app: RunningApp;
  beforeEach(async () => {
    app = await start();
  });
  const run = (argv: readonly string[], options: CommandLineOptions = {}): Promise<Ran> =>
    covisa(['--node', app.url, '--token', TOKEN, ...argv], options);

  for (const [line, asked] of TABLE) {
    it(`covisa ${line}: one document, one text, status 0`, async () => {
      const ran = await run([...line.split(' '), '--json']);
      expect(ran.status, ran.out).to.equal(0);
      expect(JSON.parse(ran.out)).to.be.an.instanceOf(Object);
      if (asked !== null) expect(app.engine.asked.at(-1)).to.equal(asked);
      const text = await run(line.split(' '));
      expect([text.status, text.out.endsWith('\n')]).to.deep.equal([0, true]);
    });
  }

  it('asks for the dates that are named', async () => {
    await run(['visits', '--from', '2026-05-01', '--to', '2026-05-31']);
    expect(app.engine.asked).to.include(`desk.visits ${dates}`);
    await run(['statement', space, '--from', '2026-05-01', '--to', '2026-05-31']);
    expect(app.engine.asked.at(-1)).to.equal(`accounts.statement "${space}" ${dates}`);
  });

  it('founds a programme by the default terms unless others are given', async () => {
    await run(['programme', 'create', 'Rim', '--founder', 'https://b.example']);
    expect(app.engine.asked.at(-1)).to.match(
      /"founders":\["https:\/\/b.example"\],"terms":.*"days":3,"count":"host"/,
    );
    await run(['programme', 'create', 'Rim', '--free-days-per-host', '1']);
    expect(app.engine.asked.at(-1)).to.match(/"days":1,"count":"host"/);
    const file = join(makeFolder(), 'terms.json');
    writeFileSync(file, '{"dayBoundary":180}');
    await run(['programme', 'create', 'Rim', '--terms', file]);
    expect(app.engine.asked.at(-1)).to.include('"terms":{"dayBoundary":180}');
    writeFileSync(file, '{"dayBoundry":180}');
    const wrong = await run(['programme', 'create', 'Rim', '--terms', file, '--json']);
    expect(refusal(wrong)).to.deep.equal([1, 'TERMS_INVALID']);
  });

  it('takes a token from standard input and from a file, a space at its end included', async () => {
    const asked =
      'desk.check {"token":"CV1:A ","venue":null,"halfDay":false,"party":0,"notice":false,"date":null,"scannedAt":null}';
    await run(['check'], { input: 'CV1:A \r\n' });
    expect(app.engine.asked.at(-1)).to.equal(asked);
    const file = join(makeFolder(), 'token');
    writeFileSync(file, 'CV1:A \n');
    await run(['check', '--file', file]);
    expect(app.engine.asked.at(-1)).to.equal(asked);
    expect(refusal(await run(['check', '--json']))).to.deep.equal([2, 'USAGE']);
  });

  it('imports a list of members from a file, and fails where a row is wrong', async () => {
    const file = join(makeFolder(), 'members.csv');
    writeFileSync(file, '\ufeffname;plan\nMei;full\n');
    const row = '{"line":2,"fields":{"name":"Mei","plan":"full"},"problem":null,"path":null}';
    const dry = await run(['member', 'import', file, '--dry-run']);
    expect(app.engine.asked.at(-1)).to.equal(`home.import [${row}] true`);
    expect([dry.status, dry.out]).to.deep.equal([
      1,
      [
        'LINE  ACTION  MEMBER  PROBLEM',
        '   2  add     Mei     –',
        '   3  error   Ned     plan: none',
        '',
        '1 to add, 0 to change, 0 as they are, 0 left out, 1 wrong. Nothing was written.',
        '',
      ].join('\n'),
    ]);
    writeFileSync(file, 'plan\nfull\n');
    const wrong = await run(['member', 'import', file, '--json']);
    expect(refusal(wrong)).to.deep.equal([1, 'REQUEST_INVALID']);
    expect(refusal(await run(['member', 'set', 'm1', '--json']))).to.deep.equal([2, 'USAGE']);
    const kept = refusal(await run(['member', 'erase', 'm1', '--json']));
    expect(kept).to.deep.equal([2, 'USAGE']);
  });

  it('tells an applicant what happens next', async () => {
    const [view] = await app.engine.programmes.list();
    Object.assign(app.engine.programmes, {
      join: async () => ({ ...view, standing: 'applicant' }),
    });
    const { out } = await run(['programme', 'join', 'https://a.example/join#x.y']);
    expect(out.split('\n').slice(-4)).to.deep.equal([
      'Next: a member of the programme has to endorse this space. It does so in its console, or by:',
      `  covisa programme endorse ${app.node.space}`,
      'covisa programme show says whether it was done.',
      '',
    ]);
  });

  it('does nothing final without --yes', async () => {
    expect(refusal(await run(['close', '--json']))).to.deep.equal([2, 'USAGE']);
    expect(refusal(await run(['programme', 'leave', '--json']))).to.deep.equal([2, 'USAGE']);
    expect(app.engine.asked).not.to.include('closeSpace');
  });

  it('revokes no member without --yes, and says what it does to the visa', async () => {
    const asked = await run(['member', 'revoke', 'm1']);
    expect([asked.status, asked.notes.includes('dead at once and for good')]).to.deep.equal([
      2,
      true,
    ]);
    expect(app.engine.asked).not.to.include('home.setStatus "m1" "revoked"');
  });

  it("says after a pause that the wallet's next renewal gets a fresh visa", async () => {
    const { out } = await run(['member', 'resume', 'm1']);
    expect(out).to.include('a fresh one at its next renewal (covisa wallet renew)');
  });

  it('says in a sentence what a name, a link or a founder has to be', async () => {
    const wrong: readonly (readonly [readonly string[], string])[] = [
      [['member', 'add', ' '], "a member's name of 1 to 200 characters"],
      [['member', 'add', 'Mei', '--display-name', '外滩外滩外滩外滩外'], 'of 1 to 24 bytes'],
      [['member', 'add', 'Mei', '--plan', 'x'.repeat(17)], 'of 1 to 16 characters'],
      [['member', 'add', 'Mei', '--static'], '--display-name beside --static'],
      [['member', 'add', 'Mei', '--paid-until', '2020-01-01'], 'which is over'],
      [['profile', 'set', '--name', ''], 'a name of 1 to 80 characters'],
      [['programme', 'create', ''], 'a name of 1 to 80 characters'],
      [['programme', 'create', 'Rim', '--founder', 'nonsense'], 'the address of its node'],
      [['programme', 'join', 'nonsense'], 'the whole invitation link'],
      [['visits', '--from', '2026-05-02', '--to', '2026-05-01'], '--from to be no later than --to'],
    ];
    for (const [argv, expected] of wrong) {
      const { status, notes } = await run(argv);
      expect([status, notes], argv.join(' ')).to.satisfy(
        ([got, text]: [number, string]) => got === 2 && text.includes(expected),
      );
    }
    expect(app.engine.asked).to.deep.equal([]);
  });

  it('asks for visits up to today where no dates are named', async () => {
    await run(['visits']);
    expect(app.engine.asked).to.include('desk.visits "2026-04-12" "2026-05-12"');
  });

  it("passes on the node's own code, with a remedy", async () => {
    const wrong = await covisa(['--node', app.url, '--token', 'wrong', 'status', '--json']);
    expect(refusal(wrong)).to.deep.equal([1, 'UNAUTHORISED']);
    const off = await run(['clock', 'advance', '1d']);
    expect([off.status, off.out]).to.deep.equal([1, '']);
    expect(off.notes).to.match(/^error: .*--test-clock.*\[TEST_CLOCK_OFF\]\n$/);
  });

  it('makes a claim link of the code, with the address of the node', async () => {
    const { out } = await run(['member', 'reissue', 'm1', '--json']);
    expect(JSON.parse(out).claimLink).to.equal(
      `https://node.example/claim#code-1234.${app.node.space}`,
    );
  });

  it("sends the token of one's own data folder to this machine", async () => {
    const data = makeFolder();
    writeFileSync(join(data, 'api-token'), `${TOKEN}\n`);
    const ran = await covisa(['--node', app.url, 'status'], { environment: { COVISA_DATA: data } });
    expect(ran.status).to.equal(0);
  });

  it("sends the token of one's own data folder nowhere else by itself", () => {
    const own = ['http://127.0.0.1:7311', 'https://covisa.example.org', null];
    const is = (url: string): boolean => isOwnAddress(url, own);
    expect(is('http://localhost:1')).to.equal(true);
    expect(is('http://[::1]:1')).to.equal(true);
    expect(is('https://covisa.example.org/')).to.equal(true);
    expect(is('http://covisa.example.org')).to.equal(false);
    expect(is('https://other.example.org')).to.equal(false);
    expect(is('http://127.0.0.1.example.org')).to.equal(false);
    expect(is('http://localhost@example.org')).to.equal(false);
    expect(is('noise')).to.equal(false);
  });
});
