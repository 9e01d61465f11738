import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import {
  type ConfigInput,
  dataPath,
  describeConfig,
  describeFlags,
  formatConfig,
  loadConfig,
  resolveConfig,
} from '../../dist/config/index.js';
import { NodeError } from '../../dist/errors.js';
import { thrownBy } from '../support/errors.js';
import { temporaryFolders } from '../support/folders.js';

const file = (text: string) => ({ path: '/srv/covisa.json', text });

describe('settings', () => {
  it('have defaults', () => {
    const { values, sources } = resolveConfig({});
    expect(values).to.deep.equal({
      data: './covisa-data',
      host: '127.0.0.1',
      port: 7311,
      publicUrl: null,
      allowPrivateAddresses: false,
      trustProxy: ['loopback'],
      syncIntervalSeconds: 60,
      heartbeatIntervalSeconds: 3600,
      grantBudgetMilliseconds: 1500,
      requestTimeoutMilliseconds: 15_000,
      smtpUrl: null,
      mailFrom: null,
      apiTokenFile: 'api-token',
      logLevel: 'info',
      logFormat: 'auto',
      testClock: false,
      testClockOffsetSeconds: 0,
    });
    expect(sources.port).to.deep.equal({ kind: 'default', where: 'default' });
  });

  it('come from defaults < file < environment < flags, each with its place', () => {
    const { values, sources } = resolveConfig({
      file: file('{ "port": 1, "host": "::", "publicUrl": "https://a.example" }'),
      env: { COVISA_PORT: '2', COVISA_PUBLIC_URL: 'https://b.example/', PATH: '/bin' },
      argv: ['--port', '3'],
    });
    expect([values.host, values.publicUrl, values.port]).to.deep.equal([
      '::',
      'https://b.example',
      3,
    ]);
    expect(sources.host).to.deep.equal({ kind: 'file', where: '/srv/covisa.json' });
    expect(sources.publicUrl).to.deep.equal({ kind: 'environment', where: 'COVISA_PUBLIC_URL' });
    expect(sources.port).to.deep.equal({ kind: 'flag', where: '--port' });
  });

  it('take a mail server from file and environment, and never show it', () => {
    const smtpUrl = 'smtps://mia:geheim%21@mail.example.org:465';
    const given = { COVISA_SMTP_URL: smtpUrl, COVISA_MAIL_FROM: 'Loft <desk@loft.example>' };
    const resolved = resolveConfig({ env: given });
    expect(resolved.values).to.include({ smtpUrl, mailFrom: 'Loft <desk@loft.example>' });
    const shown = [formatConfig(resolved), JSON.stringify(describeConfig(resolved))].join();
    expect(shown).to.include('(set, not shown)');
    expect(shown).to.not.include('geheim');
    expect(describeFlags().map(({ flag }) => flag)).to.not.include('--smtp-url <value>');
    const wrong = [
      { argv: ['--smtp-url', smtpUrl] },
      { env: { COVISA_SMTP_URL: smtpUrl } },
      { env: { ...given, COVISA_SMTP_URL: 'https://mia:geheim@mail.example.org' } },
      { env: { ...given, COVISA_MAIL_FROM: 'a@b.example, c@d.example' } },
    ];
    for (const input of wrong) {
      const error = thrownBy(() => resolveConfig(input));
      expect(error).to.include({ code: 'CONFIG_INVALID' });
      expect(String(error)).to.not.include('geheim');
    }
  });

  it('take flags with an equals sign, switches, and switches turned off', () => {
    const { values } = resolveConfig({
      env: { COVISA_ALLOW_PRIVATE_ADDRESSES: 'true' },
      argv: ['--port=0', '--test-clock', '--no-allow-private-addresses'],
    });
    expect(values).to.include({ port: 0, testClock: true, allowPrivateAddresses: false });
    expect(resolveConfig({ argv: ['--test-clock=false'] }).values.testClock).to.equal(false);
  });

  it('take proxies as hops or as addresses', () => {
    const proxies = (text: string) =>
      resolveConfig({ env: { COVISA_TRUST_PROXY: text } }).values.trustProxy;
    expect(proxies('2')).to.equal(2);
    expect(proxies('loopback, 10.0.0.0/8')).to.deep.equal(['loopback', '10.0.0.0/8']);
    expect(resolveConfig({ file: file('{"trustProxy":["::1"]}') }).values.trustProxy).to.deep.equal(
      ['::1'],
    );
  });

  it('take none for a node that only calls out', () => {
    const input = { file: file('{"publicUrl":"https://a.example"}'), argv: ['--public-url=none'] };
    expect(resolveConfig(input).values.publicUrl).to.equal(null);
  });

  const BAD: readonly (readonly [string, ConfigInput, string, string])[] = [
    [
      'a bad value in the environment',
      { env: { COVISA_PORT: '70000' } },
      'environment COVISA_PORT: port: expected a whole number from 0 to 65535, got "70000"',
      'Set it to a whole number',
    ],
    [
      'a bad value that a flag hides',
      { env: { COVISA_PORT: 'x' }, argv: ['--port', '1'] },
      'environment COVISA_PORT: port: expected a whole number from 0 to 65535, got "x"',
      'leave it out',
    ],
    [
      'an unknown name in the environment',
      { env: { COVISA_PROT: '1' } },
      'environment COVISA_PROT: COVISA_PROT: no such setting',
      'Did you mean COVISA_PORT?',
    ],
    [
      'an unknown name in the file',
      { file: file('{"public_url": "x"}') },
      'file /srv/covisa.json: public_url: no such setting',
      'Did you mean publicUrl?',
    ],
    [
      'a flag that is none',
      { argv: ['--whatever'] },
      'flag --whatever: --whatever: no such setting',
      '`covisa config` lists all settings.',
    ],
    [
      'a flag that cannot be turned off',
      { argv: ['--no-port'] },
      'flag --no-port: --no-port: no such setting',
      '`covisa config`',
    ],
    [
      'a flag without its value',
      { argv: ['--port'] },
      'flag --port: port: expected a whole number from 0 to 65535, got nothing',
      'Set it to',
    ],
    [
      'a text where the file wants a switch',
      { file: file('{"testClock": "maybe"}') },
      'file /srv/covisa.json: testClock: expected true or false, got "maybe"',
      'Set it to true or false',
    ],
    [
      'a public address with a path',
      { argv: ['--public-url', 'https://a.example/covisa'] },
      'flag --public-url: publicUrl: expected an origin such as https://covisa.example.org, or none, got "https://a.example/covisa"',
      'Leave out any path',
    ],
    [
      'trust in all proxies',
      { env: { COVISA_TRUST_PROXY: 'true' } },
      'environment COVISA_TRUST_PROXY: trustProxy: expected a number of hops from 0 to 9, or addresses and ranges such as loopback,10.0.0.0/8, got "true"',
      'Neither true nor false',
    ],
    [
      'the data folder in the file that lies in it',
      { file: file('{"data": "/x"}') },
      'file /srv/covisa.json: data: cannot be set in this file',
      'COVISA_DATA or --data',
    ],
    [
      'an offset without the test clock',
      { argv: ['--test-clock-offset-seconds', '5'] },
      'flag --test-clock-offset-seconds: testClockOffsetSeconds: expected testClock to be on',
      'Turn testClock on',
    ],
    [
      'a list in place of an object',
      { file: file('[]') },
      'file /srv/covisa.json: expected an object',
      'Write one JSON object',
    ],
  ];
  for (const [title, input, message, remedy] of BAD) {
    it(`refuse ${title}, with the place and the remedy`, () => {
      const error = thrownBy(() => resolveConfig(input));
      expect(error).to.be.instanceOf(NodeError).and.include({ code: 'CONFIG_INVALID', message });
      expect(error).to.have.property('remedy').that.contains(remedy);
    });
  }

  it('refuse a file that is not JSON', () => {
    const error = thrownBy(() => resolveConfig({ file: file('{ port: 1 }') }));
    expect(error.message).to.match(/^file \/srv\/covisa\.json: expected JSON: /);
  });

  it('do not stumble over names that every object has', () => {
    const error = thrownBy(() => resolveConfig({ file: file('{"constructor": 1}') }));
    expect(error.message).to.equal('file /srv/covisa.json: constructor: no such setting');
  });

  it('leave the names of the command line alone', () => {
    resolveConfig({ env: { COVISA_URL: 'http://127.0.0.1:1', COVISA_TOKEN: 'x' } });
  });

  it('are told with value and place, one a line', () => {
    const resolved = resolveConfig({ argv: ['--port', '3'] });
    expect(describeConfig(resolved)[2]).to.deep.equal({
      name: 'port',
      value: 3,
      source: { kind: 'flag', where: '--port' },
      environment: 'COVISA_PORT',
      flag: '--port',
      help: 'Port to listen on; 0 for any that is free.',
    });
    const told = formatConfig(resolved).split('\n');
    expect(told).to.have.length(17);
    expect(told[2]).to.match(/^port {2,}3 {2,}flag --port$/);
    expect(told[3]).to.match(/^publicUrl {2,}none {2,}default$/);
  });

  it('have a flag each, with help, but for secrets', () => {
    const flags = describeFlags();
    expect(flags).to.have.length(16);
    expect(flags.map(({ flag }) => flag)).to.include.members([
      '--public-url <value>',
      '--test-clock',
    ]);
  });
});

describe('the settings of a process', () => {
  const folder = temporaryFolders();

  it('come from the file in the data folder, which flags or environment name', () => {
    const data = folder();
    writeFileSync(join(data, 'covisa.json'), '{"port": 1234}');
    const { values, sources } = loadConfig({ argv: ['--data', data] }, '/');
    expect(values).to.include({ data, port: 1234 });
    expect(sources.port).to.deep.equal({ kind: 'file', where: join(data, 'covisa.json') });
    expect(loadConfig({ env: { COVISA_DATA: data } }, '/').values.port).to.equal(1234);
  });

  it('make the data folder absolute and do without a file', () => {
    const { values } = loadConfig({}, '/nowhere');
    expect(values.data).to.equal('/nowhere/covisa-data');
    expect(dataPath(values, values.apiTokenFile)).to.equal('/nowhere/covisa-data/api-token');
    expect(dataPath(values, '/run/secrets/token')).to.equal('/run/secrets/token');
  });
});
