/** What first set-up says, in Spanish. */

import type { Translation } from '../../../i18n/words.js';
import type { ENGLISH } from './english.js';

export const SPANISH: Translation<typeof ENGLISH> = {
  progress: 'Paso {at} de {of}',
  begin: 'Empezar',
  toConsole: 'A la consola',
  noTokenTitle: 'Este enlace no está completo',
  noToken:
    'La puesta en marcha se abre con el enlace de un solo uso que el nodo muestra en su terminal. Copie el enlace entero, con todo lo que sigue al #.',
  tokenWrong:
    'Este enlace no abre la puesta en marcha. Sirve una sola vez: si el espacio ya está creado, entre en la consola. Si no, copie de nuevo el enlace del terminal en el que funciona el nodo.',
  welcomeTitle: 'Bienvenido a covisa',
  placeTitle: 'Su espacio',
  roomTitle: 'Lo que encuentran los miembros',
  rateTitle: 'Lo que cuesta un día',
  recoveryTitle: 'Su clave de recuperación',
  passwordTitle: 'Su contraseña',
  programmeTitle: 'Un programa',
  memberTitle: 'Su primer miembro',
  posterTitle: 'Un cartel para la puerta',
  doneTitle: 'Eso es todo',
  welcomeLead:
    'En unos cinco minutos su espacio puede recibir a miembros de otros espacios de coworking, y los suyos pueden trabajar en otros.',
  costsNothingTitle: 'No cuesta nada',
  costsNothing:
    'covisa no cobra ni se queda con nada, no pide cuenta en ningún sitio, y así seguirá. Lo que los miembros pagan en su recepción queda entre ellos y usted.',
  welcomeSpace: 'Usted describe su espacio: nombre, lugar, horario, lo que cuesta un día.',
  welcomeRecovery:
    'Escribe 24 palabras en papel: con ellas recupera su espacio si esta máquina se pierde. Tenga un bolígrafo a mano.',
  welcomeProgramme:
    'Inicia un programa con otros espacios o se une a uno, y añade su primer miembro.',
  welcomeMade:
    'El espacio se creó en el terminal, y también su clave de recuperación: ya tiene sus palabras.',
  welcomeKept:
    'Lo que escriba se conserva en esta pestaña hasta terminar, salvo las contraseñas. Puede volver atrás hasta que el espacio esté en marcha; después, todo se cambia en la consola.',
  welcomeWords:
    'Las 24 palabras no se conservan en ningún sitio, tampoco en esta pestaña. No recargue la página antes de haberlas anotado y de haber escrito las tres que se piden.',
  spaceName: 'Nombre del espacio',
  spaceNameHint: 'Tal como lo ven los miembros y otros espacios.',
  spaceNameWrong: 'Dé al espacio un nombre de 80 caracteres como máximo.',
  rateWhy:
    'Tras los días gratis del programa, un miembro de visita paga su tarifa normal, en su recepción, como cualquiera. Puede cambiarla cuando quiera.',
  recoveryWhy:
    'Estas 24 palabras son la clave de su espacio, para el día en que esta máquina se pierda o la roben. Se crean en este navegador; el nodo nunca las recibe, y nadie puede volver a enviárselas. La orden «covisa recover» las usa. Devuelven el registro, no sus miembros, así que haga también copias de seguridad.',
  recoveryOnce:
    'Se muestran solo en esta puesta en marcha. Escríbalas en papel, en este orden, y guárdelo con sus contratos. Ni fotos ni correos.',
  recoveryRemadeTitle: 'Estas palabras son nuevas',
  recoveryRemade:
    'Las palabras que esta página mostró antes no se confirmaron, y no las ha conservado. Si las anotó, ese papel ya no vale: destrúyalo y anote estas.',
  recoveryWritten: 'Las he escrito',
  recoveryPaper:
    'Clave de recuperación de un espacio covisa. Quien tenga estas palabras puede quedarse con el espacio.',
  recoveryQuestion: 'Para asegurar que están en papel: escriba tres de ellas.',
  recoveryWord: 'Palabra número {number}',
  recoveryWordWrong: 'Esa es otra palabra. Mire su papel, o las palabras otra vez.',
  recoveryConfirm: 'Comprobar',
  recoveryLook: 'Ver otra vez las palabras',
  recoveryConfirmedTitle: 'Su clave de recuperación está en papel',
  recoveryConfirmed: 'Ha escrito sus palabras, y esta página las ha olvidado.',
  recoveryAnew: 'Crear otra clave',
  print: 'Imprimir',
  passwordWhy:
    'Con ella entra en la consola, desde cualquier navegador que llegue a este nodo. El equipo de recepción tendrá después su propio PIN.',
  password: 'Contraseña',
  passwordHint: 'Al menos {count} caracteres. Una frase es buena.',
  passwordShort: 'Es demasiado corta.',
  passwordEasy: 'Esta contraseña se adivinaría pronto. Elija una con más caracteres distintos.',
  passwordAgain: 'La misma contraseña otra vez',
  passwordOther: 'Las dos no son iguales.',
  openTitle: 'Falta terminar un paso:',
  makeSpace: 'Crear el espacio',
  programmeWhy:
    'Un programa son los espacios que acordaron unas condiciones. Únase con el enlace que le dieron, o inicie uno e invite a otros.',
  programmeStarted: 'Participa en {name}. La consola muestra lo que sigue.',
  canWait: 'Esto puede esperar: todo está en la consola.',
  memberWhy:
    'Un miembro recibe un enlace o un código, lo abre en su teléfono y allí tiene el visado. Más tarde puede importar a todos los miembros.',
  posterWhy:
    'Los miembros lo escanean con su cartera al llegar. Cuélguelo en la puerta o en recepción.',
  posterOff:
    'Por ahora, escanear el cartel prepara el código en el teléfono, y su recepción lo comprueba. Si no hay nadie en la puerta, active esto; lo encontrará de nuevo en la consola, en Ajustes, «Recepción».',
  doneText:
    'Su espacio está en marcha. La consola muestra lo que le espera; en recepción se escanean los visados.',
  donePeople:
    'Para su equipo de recepción, a continuación: en la consola, en Ajustes, «Equipo y dispositivos», dé a cada persona un PIN y vincule la tableta o el ordenador de recepción. Antes de eso, allí no entra nadie salvo usted.',
};
