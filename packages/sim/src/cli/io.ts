/** Where the command writes. */

export interface Io {
  /** The result. */
  readonly out: (text: string) => void;
  /** How it goes. */
  readonly note: (text: string) => void;
}
