/** What reception reads when a token is refused, in French. */

import type { TokenProblems } from '../token-problems.js';

export const FRENCH_PROBLEMS: TokenProblems = {
  TOKEN_INVALID: {
    title: 'Pas un code de visa',
    advice: 'Demandez au membre d’ouvrir le visa dans son portefeuille et de montrer le code.',
  },
  TOKEN_TOO_LONG: {
    title: 'Ce code est trop long',
    advice:
      'Ce n’est pas un code de visa. Demandez au membre d’ouvrir le visa dans son portefeuille et de montrer le code.',
  },
  BASE45_INVALID: {
    title: 'Le code a été mal lu',
    advice:
      'Scannez-le à nouveau. Avec une douchette, vérifiez la disposition du clavier avec le code de test.',
  },
  CBOR_INVALID: {
    title: 'Le code est abîmé',
    advice:
      'Scannez-le à nouveau. Si l’erreur persiste, demandez au membre de montrer un nouveau code.',
  },
  CBOR_NOT_DETERMINISTIC: {
    title: 'Le code est mal formé',
    advice:
      'Demandez au membre de mettre à jour son portefeuille et de montrer un nouveau code. Sinon, appliquez le tarif normal.',
  },
  COSE_INVALID: {
    title: 'Le code est abîmé',
    advice:
      'Scannez-le à nouveau. Si l’erreur persiste, demandez au membre de montrer un nouveau code.',
  },
  VISA_INVALID: {
    title: 'Le visa n’est pas valable',
    advice:
      'L’espace d’attache doit émettre le visa à nouveau. En attendant, appliquez le tarif normal.',
  },
  VISA_EXPIRED: {
    title: 'Le visa a expiré',
    advice:
      'Demandez au membre de se connecter et d’ouvrir son portefeuille : le visa se renouvelle tout seul. Puis scannez à nouveau.',
  },
  VISA_NOT_YET_VALID: {
    title: 'Le visa n’est pas encore valable',
    advice:
      'Vérifiez la date et l’heure de cet appareil. Si elles sont justes, l’horloge de l’espace d’attache est déréglée.',
  },
  VISA_REVOKED: {
    title: 'Le visa a été révoqué',
    advice:
      'L’espace d’attache a mis fin à ce visa. Invitez le membre à s’adresser à lui ; en attendant, appliquez le tarif normal.',
  },
  VISA_FORGED: {
    title: 'Le visa n’est pas authentique',
    advice:
      'Il ne porte pas la signature de son espace d’attache. Ne l’acceptez pas et prévenez la direction.',
  },
  VISA_STATIC: {
    title: 'Un visa imprimé ne suffit pas',
    advice: 'Il faut ici le visa sur le téléphone. Demandez au membre d’ouvrir son portefeuille.',
  },
  PRESENTATION_STALE: {
    title: 'Le code est trop ancien',
    advice:
      'Demandez au membre d’ouvrir le visa et de montrer un code récent ; une capture d’écran ne suffit pas. Si cela se répète, vérifiez l’heure du téléphone et de cet appareil.',
  },
  PRESENTATION_FROM_FUTURE: {
    title: 'L’horloge du téléphone avance',
    advice:
      'Demandez au membre de régler la date et l’heure en automatique et de montrer à nouveau le code. Vérifiez aussi l’heure de cet appareil.',
  },
  PRESENTATION_OTHER_HOST: {
    title: 'Code destiné à un autre espace',
    advice:
      'Demandez au membre de choisir cet espace dans son portefeuille, ou de scanner l’affiche ici, puis de montrer à nouveau le code.',
  },
  PRESENTATION_OTHER_PURPOSE: {
    title: 'Code non prévu pour une visite',
    advice:
      'Demandez au membre d’ouvrir le visa dans son portefeuille et de montrer le code de visite.',
  },
  PRESENTATION_FORGED: {
    title: 'Ce n’est pas le bon téléphone',
    advice:
      'Le code n’est pas signé par le titulaire du visa. Ne l’acceptez pas ; demandez au membre de le montrer sur son propre téléphone.',
  },
  PRESENTATION_USED: {
    title: 'Le code a déjà servi',
    advice: 'Demandez au membre de montrer un nouveau code, puis scannez à nouveau.',
  },
  SPACE_UNKNOWN: {
    title: 'L’espace d’attache est inconnu',
    advice:
      'Il ne fait partie d’aucun programme de cet espace. Appliquez le tarif normal ou demandez à la direction.',
  },
  SPACE_LEFT: {
    title: 'L’espace d’attache s’est retiré',
    advice: 'Il ne fait plus partie du programme. Appliquez le tarif normal.',
  },
  SPACE_CLOSED: {
    title: 'L’espace d’attache a fermé',
    advice: 'Ses visas ne sont plus valables. Appliquez le tarif normal.',
  },
  ISSUING_KEY_UNKNOWN: {
    title: 'Le visa n’est pas encore vérifiable',
    advice:
      'Les nouvelles de l’espace d’attache manquent ici. Connectez ce nœud au réseau et scannez à nouveau dans une minute.',
  },
  ISSUING_KEY_REVOKED: {
    title: 'Le visa doit être renouvelé',
    advice:
      'L’espace d’attache a changé ses clés, et un portefeuille ouvert en ligne renouvelle le visa de lui-même. Puis scannez à nouveau.',
  },
  OWN_MEMBER: {
    title: 'C’est un membre de cet espace',
    advice:
      'Les membres de cet espace n’ont pas besoin de visa ici. Enregistrez-les comme d’habitude.',
  },
  NOT_FREE: {
    title: 'Ce jour n’est pas gratuit',
    advice:
      'Quelque chose a changé depuis le scan. Scannez à nouveau et suivez la nouvelle réponse.',
  },
  NOT_FOUND: {
    title: 'La vérification est trop ancienne',
    advice: 'Elle date de plus de 15 minutes. Scannez à nouveau le code.',
  },
};
