/** What a host answers a member who checks in at the door, as the wallet reads it. */

import { calendarDate } from '../bytes/fields.js';
import {
  bool,
  either,
  list,
  literal,
  nullable,
  number,
  open,
  parseAs,
  record,
  type Shaped,
  text,
} from '../bytes/shape.js';

const wifi = open({
  ssid: text({ min: 1, max: 32 }),
  password: text({ min: 0, max: 63 }),
  hidden: bool,
});

const parameter = either(text({ min: 0, max: 200 }), number(-1e15, 1e15));

/** A reason as a later version may say it, too: its code may be none that is known here. */
const toldReason = open({
  code: text({ min: 1, max: 40 }),
  rule: text({ min: 0, max: 100 }),
  parameters: record(/^\w{1,40}$/, parameter, 20),
});

const hostAnswer = open({
  checkedIn: bool,
  /** The deciding reason first. */
  verdict: open({ reasons: list(toldReason, 40) }),
  /** The verdict in one English sentence. */
  sentence: text({ min: 0, max: 2000 }),
  visit: nullable(open({ date: calendarDate, kind: literal('free', 'paid', 'courtesy') })),
  hostName: text({ min: 0, max: 80 }),
  venueName: text({ min: 0, max: 80 }),
  welcome: nullable(open({ wifi: nullable(wifi), note: nullable(text({ min: 0, max: 500 })) })),
  houseRules: nullable(text({ min: 0, max: 2000 })),
});

export type HostAnswer = Shaped<typeof hostAnswer>;

/** Reads a host's answer. @throws ProtocolError SHAPE_INVALID */
export function parseHostAnswer(value: unknown): HostAnswer {
  return parseAs('SHAPE_INVALID', hostAnswer, value);
}
