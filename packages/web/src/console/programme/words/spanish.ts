/** What the section Programme says, in Spanish. */

import type { Translation } from '../../../i18n/words.js';
import type { ENGLISH } from './english.js';

export const SPANISH: Translation<typeof ENGLISH> = {
  title: 'Programas',
  startTitle: 'Unirse a un programa o iniciarlo',
  startAnother: 'Unirse a otro o iniciarlo',
  join: 'Unirse con un enlace',
  create: 'Iniciar uno',
  joinHint:
    'Un espacio del programa le da su enlace. Su espacio presenta su solicitud, o firma si está entre los fundadores.',
  joinLink: 'Enlace del programa',
  joinLinkWrong:
    'Este no es un enlace de invitación. Cópielo otra vez entero, tal como se lo dio el otro espacio: contiene /join#.',
  joinNow: 'Unirse',
  createHint:
    'Usted y otros espacios acuerdan unas condiciones. Empieza en cuanto han firmado todos los fundadores; otros se unen con su enlace.',
  programmeName: 'Nombre del programa',
  purpose: 'Propósito',
  purposeHint: 'Una frase para los miembros y otros espacios.',
  founders: 'Otros fundadores',
  foundersHint:
    'Uno por línea: la dirección del nodo del espacio, o su id. Vacío: empieza solo e invita a otros.',
  foundersWrong:
    '«{text}» no es ni una dirección, como https://covisa.example.org, ni el id de un espacio, que tiene 43 caracteres.',
  foundingNumbers: 'Votos y avales',
  terms: 'Condiciones',
  termsFrom:
    'Estas condiciones están acordadas y rigen a partir del {date}. Hasta entonces rigen las anteriores: ese plazo estaba prometido.',
  defaultTerms: {
    one: '{count} día gratis para cada miembro en cada espacio por año de visado; después, la tarifa normal: estas condiciones sirven a la mayoría. Puede cambiarlas ahora o, por votación, más tarde.',
    other:
      '{count} días gratis para cada miembro en cada espacio por año de visado; después, la tarifa normal: estas condiciones sirven a la mayoría. Puede cambiarlas ahora o, por votación, más tarde.',
  },
  changeTerms: 'Cambiar las condiciones',
  createNow: 'Iniciar el programa',
  invite: 'Mostrar el enlace de invitación',
  inviteHint: 'Dé este enlace a quien dirige otro espacio.',
  inviteQr: 'Invitación a {name}',
  nameless: 'Un programa',
  'standing-founder-pending': 'Aún sin fundar',
  'standing-applicant': 'Solicitado',
  'standing-admitted': 'Admitido',
  'standing-member': 'Miembro',
  'standing-left': 'Salió',
  'standing-removed': 'Retirado',
  'standing-closed': 'Cerrado',
  'hint-founder-pending': 'Empieza en cuanto han firmado todos los fundadores.',
  'hint-applicant':
    'Su espacio ha presentado su solicitud. Espacios del programa lo avalan; entonces participa enseguida.',
  'hint-admitted': 'Su espacio ya participa. Vota en cuanto la próxima lista le dé asiento.',
  'hint-left': 'Su espacio ha salido. Este programa ya no recibe a sus miembros.',
  'hint-removed': 'Los espacios del programa han retirado el suyo.',
  'hint-closed': 'El espacio está cerrado.',
  counts:
    'Espacios con voto: {members}. Admitidos, aún sin voto: {admitted}. Lista número {version}.',
  numbers:
    'Votos que necesita la próxima lista: {votes}. Avales que admiten a un espacio: {endorsements}.',
  drafts: 'Cambios por votar',
  draftFounding: 'La fundación del programa',
  draftVersion: 'Lista número {version}',
  draftAdds: 'Añade {names}.',
  draftRemoves: 'Retira {names}.',
  draftTerms: 'Cambia las condiciones.',
  draftName: 'Nuevo nombre: {name}.',
  draftPurpose: 'Nuevo propósito: {text}.',
  draftThreshold: 'Las listas siguientes necesitan {votes} votos.',
  draftRule: 'Las listas siguientes necesitan tantos votos como dice la regla habitual.',
  draftEndorsements: {
    one: '{count} aval admite a un espacio.',
    other: '{count} avales admiten a un espacio.',
  },
  votes: '{votes} de {needed} votos',
  sign: 'Firmar',
  signed: 'Firmado por nosotros',
  signTitle: '¿Votar por esta lista?',
  signText:
    'Un voto puede pasar a otra lista hasta que una tenga bastantes; entonces es definitiva.',
  applicants: 'Espacios que solicitan entrar',
  endorsements: '{have} de {needed} avales',
  again: 'salió una vez y pide volver',
  endorse: 'Avalar',
  endorsed: 'Avalado por nosotros',
  endorseTitle: '¿Avalar a {name}?',
  endorseText:
    'Usted responde de que es un espacio de coworking real que aceptará los visados de los demás. ¿Ha hablado con quien lo dirige?',
  roster: 'Espacios',
  ours: 'Su espacio',
  refuse: 'Rechazar a sus miembros',
  refuseTitle: '¿Rechazar a los miembros de {name}?',
  refuseText:
    'Su recepción les dirá que no, con este motivo. Vale solo para su espacio, y puede retirarlo cuando quiera.',
  refuseReason: 'Motivo, tal como lo muestra su recepción',
  refuseNoMore: 'Volver a recibir',
  refuseNoMoreTitle: '¿Volver a recibir a los miembros de {name}?',
  refusedBecause: 'Rechazado aquí: {reason}',
  propose: 'Proponer un cambio',
  proposeTitle: 'Proponer un cambio de {name}',
  proposeHint: 'Su propuesta es una lista nueva con su firma; los demás la votan.',
  seatAdmitted: {
    one: 'Dar asiento a {count} espacio admitido',
    other: 'Dar asiento a los {count} espacios admitidos',
  },
  addSpaces: 'Añadir espacios que lo solicitan',
  removeSpaces: 'Retirar espacios',
  threshold: 'Votos que necesitan las listas siguientes',
  thresholdHint:
    'De la mayoría a todos los miembros. Vacío: la mayoría con hasta cinco miembros, más de dos tercios con más.',
  thresholdWrong: 'Un número entero, o nada.',
  endorsementsNeeded: 'Avales que admiten a un espacio',
  endorsementsWrong: 'Un número entero del 1 al 100.',
  proposeVotes: 'Vale en cuanto la hayan firmado bastantes espacios.',
  proposeNow: 'Proponer',
  draftSilent: 'No cuenta a {names}: sin noticias desde hace 60 días.',
  rivals: 'Adónde puede pasar aún su voto',
  rivalsHint: 'La lista vigente aún no es definitiva. Un voto por una de estas deja la vigente.',
  resting: 'Vigentes mientras haya espacios en silencio',
  restingHint:
    'Estas listas están vigentes, pero con pocos votos: si los espacios en silencio vuelven, pueden caer. Cada firma más ayuda.',
  restingText:
    'La lista ya está vigente. Con su firma depende del silencio de menos espacios, o de ninguno.',
  silent: 'En silencio',
  leaveOutSilent: {
    one: 'No contar el {count} espacio sin noticias desde hace 60 días',
    other: 'No contar los {count} espacios sin noticias desde hace 60 días',
  },
  siblings: 'Varias listas están vigentes: elija una',
  siblingsHint:
    'Se ha votado por más de una, y ningún voto puede ya decidir entre ellas. Cada espacio elige por sí mismo y puede volver a elegir cuando quiera. Hable con los demás: usted participa con quienes eligen lo mismo.',
  siblingOf: 'Lista número {version} del {date}',
  siblingMembers: {
    one: '{count} espacio',
    other: '{count} espacios',
  },
  onlyHere: 'Solo en esta: {names}.',
  siblingVoters: 'Firmada por {names}.',
  siblingTerms: 'Sus condiciones',
  followed: 'Elegida por nosotros',
  follow: 'Elegir esta',
  followTitle: '¿Elegir la lista {name}?',
  followText:
    'Desde ahora su recepción se rige por sus espacios y sus condiciones. A los demás no se les dice nada, y puede volver a elegir.',
  leave: 'Salir del programa',
  leaveTitle: '¿Salir de {name}?',
  leaveText:
    'Sus espacios dejan enseguida de recibir a los miembros de usted, y usted a los suyos. Para volver tiene que solicitarlo de nuevo.',
};
