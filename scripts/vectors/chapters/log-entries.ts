/** Vectors of the chapter log: what an entry is. */

import { encodeUtf8 } from '@covisa/protocol';
import { hex } from '../material.js';
import { type Vector, vectorsOf } from '../vector.js';

const entry = vectorsOf('read-entry');

function reads(title: string, rules: string, line: string, type: string, named = type): Vector {
  return entry.ok(title, rules, { bytes: encodeUtf8(line) }, { type, named }, { line });
}

function refusedLine(title: string, line: string | Uint8Array, code = 'ENTRY_INVALID'): Vector {
  const bytes = typeof line === 'string' ? encodeUtf8(line) : line;
  return entry.error(`an entry ${title} is refused`, 'LOG-1', { bytes }, code);
}

const lists = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);

/** An entry of an unknown type with a member of this JSON, which is kept. */
function nested(title: string, json: string): Vector {
  return reads(title, 'LOG-1 LOG-11', `{"type":"news","x":${json}}`, 'unknown', 'news');
}

function tooDeep(title: string, line: string): Vector {
  const bytes = encodeUtf8(line);
  return entry.error(`an entry ${title} is refused`, 'LOG-11', { bytes }, 'ENTRY_INVALID');
}

const closing = '{"type":"closing","date":"2026-05-12"}';

/** A resume as nodes write it; its signature is not looked at here. */
const resume = JSON.stringify({
  ...{ type: 'resume', version: 1, space: 'A'.repeat(43), incarnation: 1 },
  previous: { size: 5, root: 'A'.repeat(43) },
  ...{ log: 'A'.repeat(43), witness: 'A'.repeat(43), peer: 'A'.repeat(43), box: 'A'.repeat(43) },
  ...{ recovery: 'A'.repeat(43), time: 1_778_576_400, recoveryKey: 'A'.repeat(43) },
  signature: 'A'.repeat(86),
});

export const entryVectors: readonly Vector[] = [
  reads('an entry is read', 'LOG-1', closing, 'closing'),
  reads(
    'an entry with white space and a member that nobody knows is read',
    'LOG-1',
    ' { "type" : "closing", "date":"2026-05-12", "x": 1 } ',
    'closing',
  ),
  reads('a resume in its one writing is read', 'RESUME-5', resume, 'resume'),
  reads(
    'a resume with white space is kept as unknown',
    'RESUME-5',
    resume.replace(',', ', '),
    'unknown',
    'resume',
  ),
  reads(
    'a resume with a member that nobody knows is kept as unknown',
    'RESUME-5',
    resume.replace(/\}$/u, ',"x":1}'),
    'unknown',
    'resume',
  ),
  reads(
    'a resume in another order is kept as unknown',
    'RESUME-5',
    resume.replace('"type":"resume","version":1', '"version":1,"type":"resume"'),
    'unknown',
    'resume',
  ),
  reads(
    'an escaped newline in a text is no control character',
    'LOG-1',
    '{"type":"news","text":"a\\nb"}',
    'unknown',
    'news',
  ),
  reads(
    'of two members of one name the last one holds',
    'LOG-1',
    '{"type":"leave","type":"closing","date":"2026-05-12"}',
    'closing',
  ),
  reads(
    'an entry of a type that nobody knows is kept',
    'LOG-2',
    '{"type":"complaint"}',
    'unknown',
    'complaint',
  ),
  reads(
    'an entry of a known type that does not fit is kept as unknown',
    'LOG-2',
    '{"type":"closing"}',
    'unknown',
    'closing',
  ),
  reads(
    'an entry with a date that no calendar has is kept as unknown',
    'LOG-2',
    '{"type":"closing","date":"2026-02-30"}',
    'unknown',
    'closing',
  ),
  reads(
    'a number with a point is the number that it is',
    'LOG-1',
    '{"type":"void","index":3.0e0,"date":"2026-05-12"}',
    'void',
  ),
  nested('an entry of 32 levels is kept', lists(31)),
  nested('brackets in a text are no levels', `"\\\\\\"${'['.repeat(40)}"`),
  nested('lists beside each other are one level', `[${Array(40).fill('[]').join()}]`),
  nested('a number beyond the largest double is a number', '1e400'),
  reads(
    'a number beyond the largest double is no index',
    'LOG-1 LOG-2',
    '{"type":"void","index":1e400,"date":"2026-05-12"}',
    'unknown',
    'void',
  ),
  tooDeep('whose lists nest 33 deep', `{"type":"news","x":${lists(32)}}`),
  tooDeep(
    'whose objects nest 33 deep',
    `{"type":"news","x":${'{"x":'.repeat(32)}1${'}'.repeat(32)}`,
  ),
  tooDeep(
    'whose first member of two of one name nests 33 deep',
    `{"type":"news","x":${lists(32)},"x":1}`,
  ),
  tooDeep('of 8,000 lists', `{"type":"news","x":${lists(8000)}}`),
  refusedLine('with a tab', closing.replace(',', ',\t')),
  refusedLine('that ends in a carriage return', `${closing}\r`),
  refusedLine('with a newline', `${closing}\n`),
  refusedLine('with the character U+007F', '{"type":"\u007f"}'),
  refusedLine('with a byte order mark', `\ufeff${closing}`),
  refusedLine('that is not UTF-8', hex('7b 22 74 79 70 65 22 3a 22 ff 22 7d'), 'UTF8_INVALID'),
  refusedLine('that is no JSON', '{"type":"closing"'),
  refusedLine('that is a list', '["closing"]'),
  refusedLine('that is null', 'null'),
  refusedLine('that is a number', '7'),
  refusedLine('that is a text', '"type"'),
  refusedLine('without a type', '{"date":"2026-05-12"}'),
  refusedLine('whose type is a number', '{"type":1}'),
  refusedLine('whose type is half of a surrogate pair', '{"type":"\\ud800"}'),
  refusedLine('whose type has 41 characters', `{"type":"${'x'.repeat(41)}"}`),
  refusedLine('of one byte too many', `{"type":"${'x'.repeat(16_384 - 10)}"}`, 'ENTRY_TOO_LONG'),
  reads(
    'a type of 40 characters beyond the first plane is kept',
    'LOG-1',
    `{"type":"${'🂡'.repeat(40)}"}`,
    'unknown',
    '🂡'.repeat(40),
  ),
];
