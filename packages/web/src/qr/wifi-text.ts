/** The text of a Wi-Fi QR code, which phones join by. */

/** How to join a network. */
export interface WifiAccess {
  readonly ssid: string;
  /** Null or empty: an open network. */
  readonly password: string | null;
  readonly hidden: boolean;
}

/** A backslash before what the format itself uses. */
function escapeValue(text: string): string {
  return text.replace(/[\\;,:"]/gu, '\\$&');
}

/** The text of the code. */
export function wifiText({ ssid, password, hidden }: WifiAccess): string {
  const isOpen = password === null || password === '';
  const kind = isOpen ? 'nopass' : 'WPA';
  const key = isOpen ? '' : `P:${escapeValue(password)};`;
  return `WIFI:T:${kind};S:${escapeValue(ssid)};${key}${hidden ? 'H:true;' : ''};`;
}
