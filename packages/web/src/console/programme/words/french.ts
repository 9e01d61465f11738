/** What the section Programme says, in French. */

import type { Translation } from '../../../i18n/words.js';
import type { ENGLISH } from './english.js';

export const FRENCH: Translation<typeof ENGLISH> = {
  title: 'Programmes',
  startTitle: 'Rejoindre ou lancer un programme',
  startAnother: 'Rejoindre ou lancer un autre',
  join: 'Rejoindre par un lien',
  create: 'En lancer un',
  joinHint:
    'Un espace du programme vous donne son lien. Votre espace se porte candidat, ou signe s’il est parmi les fondateurs.',
  joinLink: 'Lien du programme',
  joinLinkWrong:
    'Ce n’est pas un lien d’invitation. Copiez-le encore une fois en entier, tel que l’autre espace vous l’a donné : il contient /join#.',
  joinNow: 'Rejoindre',
  createHint:
    'Vous et d’autres espaces convenez de conditions. Il commence dès que tous les fondateurs ont signé ; d’autres le rejoignent par votre lien.',
  programmeName: 'Nom du programme',
  purpose: 'But',
  purposeHint: 'Une phrase pour les membres et les autres espaces.',
  founders: 'Autres fondateurs',
  foundersHint:
    'Un par ligne : l’adresse du nœud de l’espace, ou son id. Vide : vous commencez seul et invitez les autres.',
  foundersWrong:
    '« {text} » n’est ni une adresse, comme https://covisa.example.org, ni l’id d’un espace, qui a 43 caractères.',
  foundingNumbers: 'Voix et soutiens',
  terms: 'Conditions',
  termsFrom:
    'Ces conditions sont adoptées et valent à partir du {date}. Jusque-là, les précédentes valent : ce préavis était promis.',
  defaultTerms: {
    one: '{count} jour gratuit pour chaque membre dans chaque espace par année de visa, puis le tarif normal : ces conditions conviennent à la plupart. Vous pouvez les changer maintenant ou, par vote, plus tard.',
    other:
      '{count} jours gratuits pour chaque membre dans chaque espace par année de visa, puis le tarif normal : ces conditions conviennent à la plupart. Vous pouvez les changer maintenant ou, par vote, plus tard.',
  },
  changeTerms: 'Changer les conditions',
  createNow: 'Lancer le programme',
  invite: 'Afficher le lien d’invitation',
  inviteHint: 'Donnez ce lien à la personne qui gère un autre espace.',
  inviteQr: 'Invitation à {name}',
  nameless: 'Un programme',
  'standing-founder-pending': 'Pas encore fondé',
  'standing-applicant': 'Candidat',
  'standing-admitted': 'Admis',
  'standing-member': 'Membre',
  'standing-left': 'Parti',
  'standing-removed': 'Retiré',
  'standing-closed': 'Fermé',
  'hint-founder-pending': 'Il commence dès que tous les fondateurs ont signé.',
  'hint-applicant':
    'Votre espace est candidat. Des espaces du programme le soutiennent ; il participe alors aussitôt.',
  'hint-admitted':
    'Votre espace participe déjà. Il votera dès que la prochaine liste lui donnera un siège.',
  'hint-left': 'Votre espace est parti. Ce programme n’accueille plus ses membres.',
  'hint-removed': 'Les espaces du programme ont retiré le vôtre.',
  'hint-closed': 'L’espace est fermé.',
  counts:
    'Espaces avec voix : {members}. Admis, encore sans voix : {admitted}. Liste numéro {version}.',
  numbers:
    'Voix qu’il faut à la prochaine liste : {votes}. Soutiens qui admettent un espace : {endorsements}.',
  drafts: 'Changements à voter',
  draftFounding: 'La fondation du programme',
  draftVersion: 'Liste numéro {version}',
  draftAdds: 'Ajoute {names}.',
  draftRemoves: 'Retire {names}.',
  draftTerms: 'Change les conditions.',
  draftName: 'Nouveau nom : {name}.',
  draftPurpose: 'Nouveau but : {text}.',
  draftThreshold: 'Il faudra {votes} voix aux listes suivantes.',
  draftRule: 'Il faudra aux listes suivantes autant de voix que le veut la règle ordinaire.',
  draftEndorsements: {
    one: '{count} soutien admet un espace.',
    other: '{count} soutiens admettent un espace.',
  },
  votes: '{votes} votes sur {needed}',
  sign: 'Signer',
  signed: 'Signé par nous',
  signTitle: 'Voter pour cette liste ?',
  signText:
    'Un vote peut passer à une autre liste tant qu’aucune n’a assez de votes ; ensuite c’est définitif.',
  applicants: 'Espaces candidats',
  endorsements: '{have} soutiens sur {needed}',
  again: 'parti une fois, demande à revenir',
  endorse: 'Soutenir',
  endorsed: 'Soutenu par nous',
  endorseTitle: 'Soutenir {name} ?',
  endorseText:
    'Vous répondez de ce que c’est un vrai espace de coworking qui honorera les visas des autres. Avez-vous parlé à la personne qui le gère ?',
  roster: 'Espaces',
  ours: 'Votre espace',
  refuse: 'Refuser ses membres',
  refuseTitle: 'Refuser les membres de {name} ?',
  refuseText:
    'Votre accueil leur dit alors non, avec ce motif. Cela ne vaut que pour votre espace, et vous pouvez revenir dessus à tout moment.',
  refuseReason: 'Motif, tel que l’accueil le montre',
  refuseNoMore: 'Accueillir à nouveau',
  refuseNoMoreTitle: 'Accueillir à nouveau les membres de {name} ?',
  refusedBecause: 'Refusé ici : {reason}',
  propose: 'Proposer un changement',
  proposeTitle: 'Proposer un changement de {name}',
  proposeHint:
    'Votre proposition est une nouvelle liste avec votre signature ; les autres la votent.',
  seatAdmitted: {
    one: 'Donner un siège à {count} espace admis',
    other: 'Donner un siège aux {count} espaces admis',
  },
  addSpaces: 'Ajouter des espaces candidats',
  removeSpaces: 'Retirer des espaces',
  threshold: 'Voix qu’il faut aux listes suivantes',
  thresholdHint:
    'De la majorité à tous les membres. Vide : la majorité jusqu’à cinq membres, plus des deux tiers au-delà.',
  thresholdWrong: 'Un nombre entier, ou rien.',
  endorsementsNeeded: 'Soutiens qui admettent un espace',
  endorsementsWrong: 'Un nombre entier de 1 à 100.',
  proposeVotes: 'Elle vaut dès qu’assez d’espaces l’ont signée.',
  proposeNow: 'Proposer',
  draftSilent: 'Ne compte pas {names} : sans nouvelles depuis 60 jours.',
  rivals: 'Vers quoi votre voix peut encore passer',
  rivalsHint:
    'La liste en vigueur n’est pas encore définitive. Une voix pour l’une de celles-ci quitte celle en vigueur.',
  resting: 'En vigueur tant que des espaces se taisent',
  restingHint:
    'Ces listes sont en vigueur, mais avec peu de voix : si les espaces silencieux reviennent, elles peuvent tomber. Chaque signature de plus aide.',
  restingText:
    'La liste est déjà en vigueur. Avec votre signature, elle dépend du silence de moins d’espaces, ou d’aucun.',
  silent: 'Silencieux',
  leaveOutSilent: {
    one: 'Ne pas compter le {count} espace sans nouvelles depuis 60 jours',
    other: 'Ne pas compter les {count} espaces sans nouvelles depuis 60 jours',
  },
  siblings: 'Plusieurs listes sont en vigueur : choisissez-en une',
  siblingsHint:
    'On a voté pour plus d’une, et aucune voix ne peut plus les départager. Chaque espace choisit pour lui-même et peut choisir à nouveau à tout moment. Parlez-en aux autres : vous participez avec ceux qui choisissent comme vous.',
  siblingOf: 'Liste numéro {version} du {date}',
  siblingMembers: {
    one: '{count} espace',
    other: '{count} espaces',
  },
  onlyHere: 'Seulement sur celle-ci : {names}.',
  siblingVoters: 'Signée par {names}.',
  siblingTerms: 'Ses conditions',
  followed: 'Choisie par nous',
  follow: 'Choisir celle-ci',
  followTitle: 'Choisir la liste {name} ?',
  followText:
    'Dès maintenant, votre accueil suit ses espaces et ses conditions. Rien n’est dit aux autres, et vous pouvez choisir à nouveau.',
  leave: 'Quitter le programme',
  leaveTitle: 'Quitter {name} ?',
  leaveText:
    'Vos membres ne sont plus accueillis par ses espaces, ni les leurs par vous, aussitôt. Pour revenir, il faut se porter candidat à nouveau.',
};
