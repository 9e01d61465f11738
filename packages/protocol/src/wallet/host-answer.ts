/** What a host answers a member who checks in at the door, as the wallet reads it. */

import { calendarDate } from '../bytes/fields.js';
import { bool, literal, nullable, open, parseAs, type Shaped, text } from '../bytes/shape.js';

const wifi = open({
  ssid: text({ min: 1, max: 32 }),
  password: text({ min: 0, max: 63 }),
  hidden: bool,
});

const hostAnswer = open({
  checkedIn: bool,
  /** The verdict in one English sentence. */
  sentence: text({ min: 0, max: 2000 }),
  visit: nullable(open({ date: calendarDate, kind: literal('free', 'paid', 'courtesy') })),
  hostName: text({ min: 0, max: 80 }),
  venueName: text({ min: 0, max: 80 }),
  timeZone: text({ min: 1, max: 64 }),
  welcome: nullable(open({ wifi: nullable(wifi), note: nullable(text({ min: 0, max: 500 })) })),
  houseRules: nullable(text({ min: 0, max: 2000 })),
});

export type HostAnswer = Shaped<typeof hostAnswer>;

/** Reads a host's answer. @throws ProtocolError SHAPE_INVALID */
export function parseHostAnswer(value: unknown): HostAnswer {
  return parseAs('SHAPE_INVALID', hostAnswer, value);
}
