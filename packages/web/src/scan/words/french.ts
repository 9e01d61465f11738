/** Ce que dit le lecteur de codes : français. */

import type { ScanTranslation } from './load.js';

export const FRENCH: ScanTranslation = {
  picture: 'Image de la caméra',
  starting: 'La caméra démarre…',
  camera: 'Caméra',
  cameraNumber: 'Caméra {number}',
  lampOn: 'Allumer la lampe',
  lampOff: 'Éteindre la lampe',
  retry: 'Activer la caméra',
  insecureTitle: 'La caméra ne fonctionne qu’à une adresse sécurisée',
  insecure:
    'Ouvrez cette page à son adresse https://, ou à http://localhost sur la machine où tourne le nœud.',
  deniedTitle: 'La caméra n’est pas autorisée ici',
  denied:
    'Autorisez-la pour cette page : touchez le symbole à côté de l’adresse, ouvrez les réglages du site et mettez « Caméra » sur « Autoriser ». Puis activez la caméra.',
  missingTitle: 'Aucune caméra trouvée',
  missing: 'Branchez une caméra, puis activez-la. Tout fonctionne aussi sans caméra.',
  busyTitle: 'La caméra est utilisée ailleurs',
  busy: 'Fermez les autres programmes et onglets qui utilisent la caméra, puis activez-la.',
  endedTitle: 'La caméra s’est arrêtée',
  ended: 'Elle a été débranchée, ou l’appareil l’a reprise. Activez-la de nouveau.',
  photoReading: 'Lecture de l’image…',
  photoEmpty: 'Aucun code n’a été trouvé dans cette image. Prenez-le bien en face, net et entier.',
};
