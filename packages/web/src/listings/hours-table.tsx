/** A venue's opening hours of the whole week. */

import type { Seconds, Venue } from '@covisa/protocol';
import { clockText, weekdayText } from '../i18n/formats.js';
import { type Span, venueTime, type WeekRow, weekRows } from './hours.js';
import type { ListingsSpeaker } from './listing-text.js';

interface Props {
  readonly venue: Venue;
  readonly now: Seconds;
  readonly speaker: ListingsSpeaker;
}

/** The week, today's row marked; nothing where the hours are not stated. */
export function HoursTable({ venue, now, speaker }: Props) {
  const rows = weekRows(venue);
  if (rows === null) return null;
  const { weekday, minutes } = venueTime(venue, now);
  const { language, say } = speaker;
  return (
    <div class="stack tight">
      <table class="hours">
        <caption class="hidden-visually">{say('hoursTitle')}</caption>
        <tbody>
          {rows.map((row) => {
            const isToday = row.from <= weekday && weekday <= row.to;
            return (
              <tr key={row.from} class={isToday ? 'today' : undefined}>
                <th scope="row">{daysText(row, speaker)}</th>
                <td>{spansText(row.spans, speaker)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p class="soft small">{say('timeThere', { time: clockText(language, minutes) })}</p>
    </div>
  );
}

function daysText({ from, to }: WeekRow, { language, say }: ListingsSpeaker): string {
  const first = weekdayText(language, from);
  return from === to ? first : say('days', { from: first, to: weekdayText(language, to) });
}

function spansText(spans: readonly Span[], { language, say }: ListingsSpeaker): string {
  if (spans.length === 0) return say('closedDay');
  const texts = spans.map(({ from, to }) =>
    say('span', { from: clockText(language, from), to: clockText(language, to) }),
  );
  return texts.join(', ');
}
