/** The portable signatures, in a chunk of their own. */

export { tweetnaclBackend } from '@covisa/protocol';
