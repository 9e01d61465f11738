/** What the explaining pages say, in French. */

import type { Translation } from '../../i18n/words.js';
import type { ENGLISH } from './english.js';

export const FRENCH: Translation<typeof ENGLISH> = {
  honourTitle: 'Un membre d’un autre espace de coworking aimerait travailler ici aujourd’hui',
  honourLead:
    'La personne devant vous est membre de {name}. Avec un visa de coworking, les membres d’un espace de coworking peuvent travailler gratuitement quelques jours dans un autre. Voici comment dire oui en trois minutes.',
  honourTitleShort: 'Visa de coworking',
  todayTitle: 'Aujourd’hui, en trois étapes',
  step1Title: 'Regardez le téléphone du membre',
  step1:
    'Le portefeuille montre le nom, l’espace d’attache {name} et un compte à rebours qui avance. Sur une capture d’écran, il n’avance pas.',
  step2Title: 'Laissez la personne travailler',
  step2:
    'Donnez-lui une place et le Wi-Fi, selon les règles de votre maison. Un à trois jours gratuits sont d’usage ; ensuite, votre tarif à la journée. C’est votre geste, et vous pouvez refuser.',
  step3Title: 'Notez la date',
  step3:
    'Écrivez la date et « {name} ». Si vous le souhaitez, prévenez {name} : on vous rendra la pareille avec plaisir.',
  noCatch: 'Rien à installer, rien à payer, aucune obligation.',
  proofTitle: 'Est-ce vrai ?',
  proof:
    'Cette page ne peut pas prouver un abonnement. En cas de doute, demandez directement à {name} ; le contact est ci-dessous. Les espaces participants scannent le code et le savent aussitôt, même hors ligne.',
  homeTitle: 'L’espace d’attache du membre',
  takePartTitle: 'Comment votre espace peut participer',
  takePart:
    'Vos membres pourront alors eux aussi travailler dans les autres espaces. Chaque espace fait tourner son propre petit nœud et garde ses propres données ; aucune entreprise au milieu, et cela ne coûte rien. Demandez une invitation à {name}.',
  takePartPlain:
    'Vos membres pourront alors eux aussi travailler dans les autres espaces. Chaque espace fait tourner son propre petit nœud et garde ses propres données ; aucune entreprise au milieu, et cela ne coûte rien.',
  seeSpaces: 'Voir les espaces participants',
  howToJoin: 'Comment un espace adhère',
  write: 'Écrire à {name}',
  site: 'Site web de {name}',
  hereTitle: 'Vous êtes à {name}',
  hereTitlePlain: 'Vous avez scanné une affiche pour les membres en visite',
  hereLead:
    'Cette affiche s’adresse aux membres d’autres espaces de coworking. Le lecteur de votre portefeuille covisa sait la lire ; l’appareil photo seul ne peut pas vous enregistrer.',
  hereVisaTitle: 'Vous avez un visa de coworking',
  hereOpen:
    'Ouvrez votre portefeuille : depuis l’écran d’accueil de votre téléphone, ou sur la page de votre espace d’attache.',
  hereScan:
    'Choisissez « Je suis ici », puis scannez de nouveau l’affiche avec le lecteur du portefeuille.',
  hereOr: 'Ou montrez votre code à l’accueil. Cela marche toujours.',
  hereWallet: 'Ouvrir le portefeuille de {name}',
  hereWalletText: 'Seulement si votre visa vient de cet espace ou si votre portefeuille est ici :',
  hereNoVisaTitle: 'Vous n’en avez pas encore',
  hereNoVisa:
    'Demandez à votre propre espace de coworking s’il participe. En attendant, demandez une journée ici à l’accueil.',
  hereNotSent: 'Ce que dit l’affiche est resté sur ce téléphone : rien n’a été envoyé.',
  joinTitle: 'Vous êtes invités à {programme}',
  joinTitlePlain: 'Comment un espace de coworking participe',
  joinLead:
    '{name} invite votre espace de coworking à un programme de visas de coworking : vos membres pourront travailler gratuitement quelques jours dans ses espaces, et les leurs chez vous.',
  joinLeadPlain:
    'Un programme est un accord entre espaces de coworking sur des visas de coworking : les membres de l’un peuvent travailler gratuitement quelques jours dans les autres.',
  joinSpaces: { one: '{count} espace participe.', other: '{count} espaces participent.' },
  joinTerms: 'Les conditions de {programme}',
  whoTitle: 'Qui peut venir',
  whenTitle: 'Quand',
  betweenTitle: 'Entre les espaces',
  joinHaveTitle: 'Votre espace a un nœud',
  joinHave: 'Copiez ce lien et collez-le dans votre console, à la page « Programme ».',
  joinLink: 'Lien d’invitation',
  joinCopy: 'Copier le lien',
  joinTornTitle: 'Ce lien n’est pas entier',
  joinTorn:
    'Une partie du lien manque. Rouvrez le lien dans le message, ou copiez-le en entier, jusqu’au dernier caractère.',
  joinNoLink:
    'Demandez un lien d’invitation à un espace du programme et collez-le dans votre console, à la page « Programme ».',
  joinNext:
    'Quelques espaces du programme vous confirment ensuite. Dès lors, vos membres voyagent et les leurs viennent chez vous.',
  joinNoneTitle: 'Votre espace n’a pas encore de nœud',
  joinNone1:
    'Prenez un ordinateur qui reste allumé : dans votre espace, ou un petit serveur. Il lui faut Node.js 20.19 ou plus récent.',
  joinNone2: 'Procurez-vous covisa et, dans son dossier, lancez :',
  joinNone3:
    'Ouvrez le lien à usage unique qui s’affiche. Votre espace est prêt en cinq minutes environ.',
  joinFree:
    'covisa est un logiciel libre sous licence Apache. Il ne prend aucun paiement, et personne ne peut éteindre votre nœud.',
};
