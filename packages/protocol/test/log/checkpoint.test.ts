import {
  checkHeartbeatTime,
  checkpointCheck,
  encodeHeartbeat,
  encodeNote,
  encodeSignatureLine,
  heartbeatTime,
  heartbeatToSign,
  logOrigin,
  ProtocolError,
  parseCheckpoint,
  parseHeartbeat,
  parseNote,
  parseOrigin,
  tweetnaclBackend,
  witnessName,
} from '@covisa/protocol';
import { expect } from 'chai';
import { hex } from './naive-tree.js';
import {
  checkpointOf,
  LOG,
  LOG_KEY,
  logLines,
  rootOf,
  SPACE,
  WITNESS_KEY,
  WITNESS_SEED,
} from './test-log.js';

const LINES = logLines(3);
const NOTE = checkpointOf(LINES);

function refused(note: string, code: string): void {
  expect(() => parseCheckpoint(note))
    .to.throw(ProtocolError)
    .with.property('code', code);
}

describe('a checkpoint', () => {
  it('is a note of three lines: origin, size, root', () => {
    expect(NOTE.split('\n').slice(0, 4)).to.deep.equal([
      `covisa/${SPACE}/0`,
      '3',
      Buffer.from(rootOf(LINES)).toString('base64'),
      '',
    ]);
  });

  it('is read as it was written, and its check holds', () => {
    const read = parseCheckpoint(NOTE);
    expect(read.log).to.deep.equal(LOG);
    expect(read.size).to.equal(3);
    expect(hex(read.root)).to.equal(hex(rootOf(LINES)));
    expect(read.note).to.equal(NOTE);
    expect(tweetnaclBackend.verify(checkpointCheck(read, LOG_KEY))).to.equal(true);
  });

  it('that was signed by another key does not name the key of the log', () => {
    const other = parseCheckpoint(checkpointOf(LINES, WITNESS_SEED));
    expect(() => checkpointCheck(other, LOG_KEY))
      .to.throw(ProtocolError)
      .with.property('code', 'CHECKPOINT_INVALID');
  });

  const [signature] = parseNote(NOTE).signatures.map(encodeSignatureLine);
  const text = parseNote(NOTE).text;
  it('CHECKPOINT-1: with a fourth line is refused', () => {
    refused(encodeNote(`${text}extension\n`, [signature ?? '']), 'CHECKPOINT_INVALID');
  });
  it('CHECKPOINT-1: with a size that is not the one way to write a number is refused', () => {
    for (const size of ['03', '+3', '3.0', '-3', '', ' 3', '1099511627777', '9'.repeat(40)]) {
      refused(NOTE.replace('\n3\n', `\n${size}\n`), 'CHECKPOINT_INVALID');
    }
  });
  it('CHECKPOINT-1: with a root of another length or encoding is refused', () => {
    const root = Buffer.from(rootOf(LINES)).toString('base64');
    for (const wrong of [root.slice(0, -1), root.slice(4), `${root.slice(0, -1)}!`]) {
      refused(NOTE.replace(root, wrong), 'CHECKPOINT_INVALID');
    }
  });
  it('CHECKPOINT-2: with two signatures is refused', () => {
    refused(encodeNote(text, [signature ?? '', signature ?? '']), 'CHECKPOINT_INVALID');
  });
  it('CHECKPOINT-2: with a signature of 63 bytes is refused as it is read', () => {
    const [read] = parseNote(NOTE).signatures;
    if (read === undefined) throw new Error('expected a signature');
    const short = encodeSignatureLine({ ...read, signature: read.signature.slice(1) });
    expect(() => parseCheckpoint(encodeNote(text, [short])))
      .to.throw(ProtocolError)
      .with.property('code', 'CHECKPOINT_INVALID');
  });
  it('CHECKPOINT-2: with a key name other than its origin is refused', () => {
    refused(NOTE.replace(`— covisa/${SPACE}/0`, `— covisa/${SPACE}/1`), 'CHECKPOINT_INVALID');
  });

  it('has an origin that names one incarnation of one space', () => {
    expect(parseOrigin(logOrigin(LOG))).to.deep.equal(LOG);
    const zeros = 'A'.repeat(43);
    for (const wrong of [
      `covisa/${zeros}`,
      `covisa/${zeros}/00`,
      `covisa/${zeros}/4294967296`,
      `covisa/${'A'.repeat(42)}B/0`,
      `Covisa/${zeros}/0`,
      `covisa/${zeros}/0/witness`,
    ]) {
      expect(() => parseOrigin(wrong))
        .to.throw(ProtocolError)
        .with.property('code', 'CHECKPOINT_INVALID');
    }
  });
});

describe('a heartbeat', () => {
  const text = parseCheckpoint(NOTE).text;
  const TIME = 1_800_000_000;
  const signature = tweetnaclBackend.sign(WITNESS_SEED, heartbeatToSign(TIME, text));
  const line = encodeHeartbeat(LOG, WITNESS_KEY, TIME, signature);

  it('signs the time and the three lines of the checkpoint', () => {
    expect(new TextDecoder().decode(heartbeatToSign(TIME, text))).to.equal(
      `cosignature/v1\ntime 1800000000\n${text}`,
    );
  });

  it('is read as it was written, and its check holds', () => {
    const read = parseHeartbeat(line, text, LOG, WITNESS_KEY);
    expect(read.time).to.equal(TIME);
    expect(heartbeatTime(line)).to.equal(TIME);
    expect(tweetnaclBackend.verify(read.check)).to.equal(true);
  });

  it('does not hold over another checkpoint', () => {
    const other = parseCheckpoint(checkpointOf(logLines(4))).text;
    const read = parseHeartbeat(line, other, LOG, WITNESS_KEY);
    expect(tweetnaclBackend.verify(read.check)).to.equal(false);
  });

  it('HEARTBEAT-1: of another key, name or length is refused', () => {
    const short = encodeSignatureLine({
      name: witnessName(LOG),
      keyId: parseNote(`x\n\n${line}\n`).signatures[0]?.keyId ?? new Uint8Array(4),
      signature,
    });
    const renamed = line.replace('/witness', '/other');
    for (const wrong of [short, renamed, line.slice(2), `${line}\n`, '']) {
      expect(() => parseHeartbeat(wrong, text, LOG, WITNESS_KEY))
        .to.throw(ProtocolError)
        .with.property('code', 'HEARTBEAT_INVALID');
    }
    expect(() => parseHeartbeat(line, text, LOG, LOG_KEY))
      .to.throw(ProtocolError)
      .with.property('code', 'HEARTBEAT_INVALID');
  });

  it('HEARTBEAT-2: is held back from 601 s ahead of local time on', () => {
    expect(() => checkHeartbeatTime(TIME, TIME - 600)).not.to.throw();
    expect(() => checkHeartbeatTime(TIME, TIME - 601))
      .to.throw(ProtocolError)
      .with.property('code', 'HEARTBEAT_FROM_FUTURE');
  });
});
