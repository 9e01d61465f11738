/**
 * Time zones of a story's venues, with what their clocks are ahead of UTC all the year: so that
 * what a node makes of a date has a second opinion that needs no time zone database.
 */

/** Minutes ahead of UTC. */
export const TIME_ZONES = {
  UTC: 0,
  'Asia/Kolkata': 330,
  'Pacific/Kiritimati': 840,
  'Pacific/Honolulu': -600,
} as const;

export type TimeZone = keyof typeof TIME_ZONES;
