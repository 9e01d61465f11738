/** Links for mails. */

/** A link by which a mail to an address is written; whatever stands in it stays in the address. */
export function mailtoOf(address: string): string {
  return `mailto:${encodeURIComponent(address).replace('%40', '@')}`;
}
