/** Was der Scanner sagt: Deutsch. */

import type { ScanTranslation } from './load.js';

export const GERMAN: ScanTranslation = {
  picture: 'Bild der Kamera',
  starting: 'Die Kamera startet …',
  camera: 'Kamera',
  cameraNumber: 'Kamera {number}',
  lampOn: 'Licht an',
  lampOff: 'Licht aus',
  retry: 'Kamera einschalten',
  insecureTitle: 'Die Kamera geht nur unter einer sicheren Adresse',
  insecure:
    'Öffnen Sie diese Seite unter ihrer https://-Adresse oder unter http://localhost auf dem Rechner, auf dem der Knoten läuft.',
  deniedTitle: 'Die Kamera ist hier nicht erlaubt',
  denied:
    'Erlauben Sie sie für diese Seite: Tippen Sie auf das Zeichen neben der Adresse, öffnen Sie die Einstellungen der Website und stellen Sie „Kamera“ auf „Zulassen“. Schalten Sie die Kamera dann ein.',
  missingTitle: 'Keine Kamera gefunden',
  missing: 'Schließen Sie eine Kamera an und schalten Sie sie ein. Es geht auch alles ohne.',
  busyTitle: 'Die Kamera wird anderswo benutzt',
  busy: 'Schließen Sie andere Programme und Tabs, die die Kamera benutzen, und schalten Sie sie dann ein.',
  endedTitle: 'Die Kamera ist ausgegangen',
  ended: 'Sie wurde abgezogen, oder das Gerät hat sie weggenommen. Schalten Sie sie wieder ein.',
  photoReading: 'Das Bild wird gelesen …',
  photoEmpty:
    'In diesem Bild wurde kein Code gefunden. Nehmen Sie ihn gerade von vorn auf, scharf und ganz.',
};
