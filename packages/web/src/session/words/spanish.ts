/** What signing in says, in Spanish. */

import type { Translation } from '../../i18n/words.js';
import type { ENGLISH } from './english.js';

export const SPANISH: Translation<typeof ENGLISH> = {
  signIn: 'Iniciar sesión',
  whoAreYou: '¿Quién está en recepción?',
  iAmTheOwner: 'Dirijo este espacio',
  somebodyElse: 'Otra persona',
  ownerHint: 'Con la contraseña de dirección, elegida en la puesta en marcha.',
  password: 'Contraseña',
  passwordWrong:
    'Esta no es la contraseña de dirección. Si se ha perdido, ponga una nueva en la máquina del nodo con «covisa password».',
  noPasswordTitle: 'Todavía no hay contraseña',
  noPassword:
    'Abra el enlace de puesta en marcha que el nodo muestra en su terminal, o ponga allí una contraseña con «covisa password». Después recargue esta página.',
  deskTitle: 'Equipo de recepción',
  deskUnpaired:
    'Un PIN solo vale en dispositivos vinculados, para que nadie pueda probarlos desde internet. Pida un código de vinculación a dirección: Consola, Ajustes, «Equipo y dispositivos».',
  noPeople:
    'Este dispositivo está vinculado, pero aún no hay nadie dado de alta en recepción. Lo hace dirección: Consola, Ajustes, «Equipo y dispositivos».',
  pairThis: 'Vincular este dispositivo',
  pin: 'PIN',
  pinWrong: 'Este PIN no es correcto. Escríbalo de nuevo; dirección puede poner otro.',
  keys: 'Cifras',
  deleteDigit: 'Borrar la última cifra',
  pairTitle: 'Vincular este dispositivo',
  pairHint:
    'Después, el equipo de recepción podrá entrar aquí con su PIN. Vincule solo dispositivos de su espacio.',
  pairCode: 'Código de vinculación',
  pairCodeHint: 'Lo crea dirección: Consola, Ajustes, «Equipo y dispositivos». Vale diez minutos.',
  pairCodeWrong: 'Este código no vale. Sirve una sola vez, durante diez minutos; pida uno nuevo.',
  connectionInsecure:
    'No se inicia sesión por HTTP simple: otros en la red podrían leerlo. Abra la dirección https:// del nodo, o http://localhost en su propia máquina.',
  ownerOnlyTitle: 'Esta página es de dirección',
  ownerOnly:
    'Tiene una sesión de recepción como {name}. Para cambiar miembros o ajustes, pregunte a dirección o entre como dirección.',
  toDesk: 'A recepción',
  signOutAndIn: 'Entrar como dirección',
  signOut: 'Cerrar sesión',
};
