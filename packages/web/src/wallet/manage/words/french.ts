/** What the wallet says where a visa is managed, in French. */

import type { Translation } from '../../../i18n/words.js';
import type { MANAGE_ENGLISH } from './english.js';

export const MANAGE_FRENCH: Translation<typeof MANAGE_ENGLISH> = {
  factName: 'Nom à l’accueil',
  factPlan: 'Formule',
  factSince: 'Membre depuis',
  factYear: 'Année de visa depuis',
  factUntil: 'Valable jusqu’au',
  factKey: 'Clé',
  keyPlatform: 'dans ce navigateur, illisible de l’extérieur',
  keySeed: 'dans le stockage de ce navigateur',
  factAsk:
    'Jusqu’à la fin de l’année de visa, un jour gratuit demande l’accord de votre espace d’attache à ce moment-là.',
  renewal: 'Il se renouvelle seul quand le portefeuille est ouvert et en ligne.',

  moveTitle: 'Nouveau téléphone',
  moveWhat:
    'Emportez ce visa sur un autre téléphone en une minute. Le compte de vos jours gratuits suit.',
  moveButton: 'Montrer un code pour le nouveau téléphone',
  moveLost:
    'Votre ancien téléphone est perdu ? Demandez un nouveau lien à {name} : il rend aussi le téléphone perdu inutilisable.',
  moveStepScan:
    'Scannez ceci avec l’appareil photo du nouveau téléphone, ou dans son portefeuille sous « Ajouter un visa ».',
  moveStepClaim: 'Mettez-y le visa sur le nouveau téléphone.',
  moveStepDead: 'À cet instant, le visa sur ce téléphone ne vaut plus rien.',
  moveLabel: 'Lien pour votre nouveau téléphone',
  moveUntil: 'Sert une fois, jusqu’à {time}.',
  moveWaiting: 'En attente du nouveau téléphone …',
  moveGiven:
    '{name} vous a déjà donné un code pour un nouveau téléphone. Utilisez celui-là, ou demandez-en un autre à son équipe.',
  movedTitle: 'Le visa est sur le nouveau téléphone',
  moved: 'La clé de ce téléphone ne vaut plus rien. Vous pouvez retirer le visa ici.',

  numberTitle: 'Nouveau numéro',
  numberWhat:
    'Les espaces qui ont vu votre visa peuvent retrouver ses autres visites par son numéro. Un nouveau numéro y met fin.',
  numberButton: 'Obtenir un nouveau numéro',
  numberMeans:
    'Les jours utilisés le restent. Jusqu’à la fin de l’année de visa, un jour gratuit demande ensuite l’accord de votre espace d’attache à ce moment-là : sans réseau à l’espace d’accueil, vous payez.',
  numberSure: 'Oui, un nouveau numéro',
  numberTooMany:
    '{name} ne donne plus de nouveau numéro pendant cette année de visa. La prochaine en apporte un d’elle-même.',
  numberDone: 'Votre visa a un nouveau numéro.',

  dataTitle: 'Mes données',
  dataWhat:
    'Le portefeuille conserve votre visa, votre clé et ce que votre espace d’attache a dit, sur cet appareil seulement.',
  exportButton: 'Enregistrer dans un fichier',
  exportWhat:
    'Le fichier contient tout sauf la clé. Votre numéro de visa y figure : gardez-le pour vous.',
  erasureButton: 'Faire effacer mes données',
  erasureMeans:
    '{name} est prié d’effacer votre nom, votre contact et votre numéro de visa. Votre visa prend fin, et il ne reste que des nombres qui ne mènent à personne.',
  erasureSure: 'Le demander',
  erasureAsked: 'Le {date}, vous avez demandé à votre espace d’attache d’effacer vos données.',
  removeButton: 'Retirer ce visa de cet appareil',
  removeMeans:
    'La clé disparaît pour de bon. Pour retrouver le visa, il vous faut un nouveau lien de {name}.',
  removeSure: 'Retirer',
};
