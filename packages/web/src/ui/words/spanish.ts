/** What all pages say, in Spanish. */

import type { Translation } from '../../i18n/words.js';
import type { ENGLISH } from './english.js';

export const SPANISH: Translation<typeof ENGLISH> = {
  loading: 'Cargando…',
  save: 'Guardar',
  cancel: 'Cancelar',
  close: 'Cerrar',
  back: 'Volver',
  next: 'Siguiente',
  done: 'Listo',
  tryAgain: 'Intentar de nuevo',
  copy: 'Copiar',
  copied: 'Copiado',
  copyRefused: 'El navegador no deja copiar a esta página. Seleccione el texto y cópielo a mano.',
  language: 'Idioma',
  skipToContent: 'Ir al contenido',
  aboutPage: 'Este es un nodo covisa: visados de coworking, sin base de datos central.',
  failedTitle: 'No ha funcionado',
  nodeUnreachableTitle: 'El nodo no responde',
  nodeUnreachable:
    'Compruebe que este dispositivo tiene conexión y que el nodo está en marcha. No se ha perdido nada; inténtelo de nuevo.',
  tooManyTries: {
    one: 'Demasiados intentos. Espere {count} segundo y vuelva a intentarlo.',
    other: 'Demasiados intentos. Espere {count} segundos y vuelva a intentarlo.',
  },
  insecureTitle: 'Esta página necesita una dirección segura',
  insecure:
    'La cámara, las claves y el uso sin conexión solo funcionan en direcciones https://, o en http://localhost en la máquina del nodo. Pida la dirección https:// a quien gestiona el nodo.',
  updateReady: 'Hay una nueva versión lista.',
  updateNow: 'Actualizar ahora',
  by: 'por {name}',
  'by-owner': 'por la dirección',
  'by-self': 'por registro autónomo',
  'by-command-line': 'por la línea de comandos',
};
