/** Where a poster's code leads. */

/** The wallet reads space and venue from it; a bare camera opens a page that explains. */
export function posterLink(origin: string, space: string, venue: string): string {
  return `${origin}/here#${space}.${venue}`;
}
