/** Lo que dice el lector de códigos: español. */

import type { ScanTranslation } from './load.js';

export const SPANISH: ScanTranslation = {
  picture: 'Imagen de la cámara',
  starting: 'La cámara se está iniciando…',
  camera: 'Cámara',
  cameraNumber: 'Cámara {number}',
  lampOn: 'Encender la luz',
  lampOff: 'Apagar la luz',
  retry: 'Activar la cámara',
  insecureTitle: 'La cámara solo funciona en una dirección segura',
  insecure:
    'Abra esta página en su dirección https://, o en http://localhost en la máquina donde funciona el nodo.',
  deniedTitle: 'La cámara no está permitida aquí',
  denied:
    'Permítala para esta página: toque el símbolo junto a la dirección, abra los ajustes del sitio y ponga «Cámara» en «Permitir». Después active la cámara.',
  missingTitle: 'No se encontró ninguna cámara',
  missing: 'Conecte una cámara y actívela. Todo funciona también sin ella.',
  busyTitle: 'Otra aplicación usa la cámara',
  busy: 'Cierre los demás programas y pestañas que usan la cámara y actívela.',
  endedTitle: 'La cámara se ha detenido',
  ended: 'Se desconectó, o el dispositivo la retiró. Actívela de nuevo.',
  photoReading: 'Leyendo la imagen…',
  photoEmpty: 'No se encontró ningún código en esta imagen. Tómela de frente, nítida y completa.',
};
