/** What the explaining pages say, in Spanish. */

import type { Translation } from '../../i18n/words.js';
import type { ENGLISH } from './english.js';

export const SPANISH: Translation<typeof ENGLISH> = {
  honourTitle: 'Un miembro de otro espacio de coworking quiere trabajar hoy aquí',
  honourLead:
    'La persona que tiene delante es miembro de {name}. Con un visado de coworking, los miembros de un espacio de coworking pueden trabajar gratis unos días en otro. Así se dice que sí en tres minutos.',
  honourTitleShort: 'Visado de coworking',
  todayTitle: 'Hoy, en tres pasos',
  step1Title: 'Mire el teléfono del miembro',
  step1:
    'La cartera muestra el nombre, el espacio de origen {name} y una cuenta atrás que avanza. En una captura de pantalla no avanza.',
  step2Title: 'Deje trabajar a la persona',
  step2:
    'Dele un sitio y el wifi, con las normas de su casa. Lo habitual son de uno a tres días gratis; después, su tarifa por día. Es una cortesía suya, y puede decir que no.',
  step3Title: 'Anote la fecha',
  step3: 'Escriba la fecha y «{name}». Si quiere, avise a {name}: se lo devolverán con gusto.',
  noCatch: 'Nada que instalar, nada que pagar, ninguna obligación.',
  proofTitle: '¿Es de verdad?',
  proof:
    'Esta página no puede probar una membresía. Si tiene dudas, pregunte directamente a {name}; el contacto está abajo. Los espacios que participan escanean el código y lo saben al momento, incluso sin conexión.',
  homeTitle: 'El espacio de origen del miembro',
  takePartTitle: 'Cómo puede participar su espacio',
  takePart:
    'Entonces sus miembros también podrán trabajar en los demás espacios. Cada espacio lleva su propio nodo, pequeño, y guarda sus propios datos; no hay ninguna empresa en medio y no cuesta nada. Pida una invitación a {name}.',
  takePartPlain:
    'Entonces sus miembros también podrán trabajar en los demás espacios. Cada espacio lleva su propio nodo, pequeño, y guarda sus propios datos; no hay ninguna empresa en medio y no cuesta nada.',
  seeSpaces: 'Ver los espacios que participan',
  howToJoin: 'Cómo se une un espacio',
  write: 'Escribir a {name}',
  site: 'Sitio web de {name}',
  hereTitle: 'Está en {name}',
  hereTitlePlain: 'Ha escaneado un cartel para miembros de visita',
  hereLead:
    'Este cartel es para miembros de otros espacios de coworking. Lo lee el escáner de su cartera covisa; la cámara del teléfono por sí sola no puede registrar su llegada.',
  hereVisaTitle: 'Tiene un visado de coworking',
  hereOpen:
    'Abra su cartera: desde la pantalla de inicio del teléfono o en la página de su espacio de origen.',
  hereScan: 'Elija «Estoy aquí» y escanee el cartel otra vez con el escáner de la cartera.',
  hereOr: 'O muestre su código en recepción. Eso funciona siempre.',
  hereWallet: 'Abrir la cartera de {name}',
  hereWalletText: 'Solo si su visado es de este espacio o tiene aquí su cartera:',
  hereNoVisaTitle: 'Aún no tiene ninguno',
  hereNoVisa:
    'Pregunte a su propio espacio de coworking si participa. Mientras no lo haga, pida en recepción un día aquí.',
  hereNotSent: 'Lo que dice el cartel se quedó en este teléfono: no se envió a ninguna parte.',
  joinTitle: 'Su espacio está invitado a {programme}',
  joinTitlePlain: 'Cómo participa un espacio de coworking',
  joinLead:
    '{name} invita a su espacio de coworking a un programa de visados de coworking: sus miembros podrán trabajar gratis unos días en los espacios del programa, y los de ellos en el suyo.',
  joinLeadPlain:
    'Un programa es un acuerdo entre espacios de coworking sobre visados de coworking: los miembros de uno pueden trabajar gratis unos días en los demás.',
  joinSpaces: { one: 'Participa {count} espacio.', other: 'Participan {count} espacios.' },
  joinTerms: 'Las condiciones de {programme}',
  whoTitle: 'Quién puede venir',
  whenTitle: 'Cuándo',
  betweenTitle: 'Entre los espacios',
  joinHaveTitle: 'Su espacio tiene un nodo',
  joinHave: 'Copie este enlace y péguelo en su consola, en la página «Programa».',
  joinLink: 'Enlace de invitación',
  joinCopy: 'Copiar el enlace',
  joinTornTitle: 'Este enlace no está completo',
  joinTorn:
    'Falta una parte del enlace. Abra otra vez el enlace del mensaje, o cópielo entero, hasta el último carácter.',
  joinNoLink:
    'Pida un enlace de invitación a un espacio del programa y péguelo en su consola, en la página «Programa».',
  joinNext:
    'Después, algunos espacios del programa le confirman. Desde entonces sus miembros viajan y los de ellos vienen a su espacio.',
  joinNoneTitle: 'Su espacio aún no tiene nodo',
  joinNone1:
    'Use un ordenador que se quede encendido: uno en su espacio o un servidor pequeño. Necesita Node.js 20.19 o posterior.',
  joinNone2: 'Consiga covisa y ejecute en su carpeta:',
  joinNone3:
    'Abra el enlace de un solo uso que aparece. Su espacio queda listo en unos cinco minutos.',
  joinFree:
    'covisa es software libre bajo la licencia Apache. No cobra nada, y nadie puede apagar su nodo.',
};
