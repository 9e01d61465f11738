/** What a link that invites to a programme looks like; who made it, the node finds out. */

const INVITE_LINK = /^https?:\/\/[^\s#]{1,180}\/join#[\w-]{43}\.[\w-]{43}$/u;

/** Whether a text can be an invitation: `<node url>/join#<programme>.<space>`. */
export function isInviteLink(text: string): boolean {
  return INVITE_LINK.test(text.trim());
}
