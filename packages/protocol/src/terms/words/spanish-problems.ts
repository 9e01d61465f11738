/** What reception reads when a token is refused, in Spanish. */

import type { TokenProblems } from '../token-problems.js';

export const SPANISH_PROBLEMS: TokenProblems = {
  TOKEN_INVALID: {
    title: 'No es un código de visado',
    advice: 'Pida al miembro que abra el visado en su cartera y muestre el código.',
  },
  TOKEN_TOO_LONG: {
    title: 'El código es demasiado largo',
    advice:
      'No es un código de visado. Pida al miembro que abra el visado en su cartera y muestre el código.',
  },
  BASE45_INVALID: {
    title: 'El código se leyó mal',
    advice:
      'Escanéelo de nuevo. Con un lector de mano, compruebe la distribución del teclado con el código de prueba.',
  },
  CBOR_INVALID: {
    title: 'El código está dañado',
    advice: 'Escanéelo de nuevo. Si vuelve a fallar, pida al miembro que muestre un código nuevo.',
  },
  CBOR_NOT_DETERMINISTIC: {
    title: 'El código está mal formado',
    advice:
      'Pida al miembro que actualice su cartera y muestre un código nuevo. Si no, cobre la tarifa normal.',
  },
  COSE_INVALID: {
    title: 'El código está dañado',
    advice: 'Escanéelo de nuevo. Si vuelve a fallar, pida al miembro que muestre un código nuevo.',
  },
  VISA_INVALID: {
    title: 'El visado no es válido',
    advice:
      'El espacio de origen tiene que emitir el visado de nuevo. Mientras tanto, cobre la tarifa normal.',
  },
  VISA_EXPIRED: {
    title: 'El visado ha caducado',
    advice:
      'Pida al miembro que se conecte y abra su cartera: el visado se renueva solo. Después, escanee de nuevo.',
  },
  VISA_NOT_YET_VALID: {
    title: 'El visado aún no es válido',
    advice:
      'Compruebe la fecha y la hora de este dispositivo. Si son correctas, el reloj del espacio de origen va mal.',
  },
  VISA_REVOKED: {
    title: 'El visado fue revocado',
    advice:
      'El espacio de origen ha dado de baja este visado. Pida al miembro que hable con él; mientras tanto, cobre la tarifa normal.',
  },
  VISA_FORGED: {
    title: 'El visado no es auténtico',
    advice: 'No lleva la firma de su espacio de origen. No lo acepte y avise a la dirección.',
  },
  VISA_STATIC: {
    title: 'No basta un visado impreso',
    advice: 'Aquí hace falta el visado en el teléfono. Pida al miembro que abra su cartera.',
  },
  PRESENTATION_STALE: {
    title: 'El código es demasiado antiguo',
    advice:
      'Pida al miembro que abra el visado y muestre un código reciente; una captura de pantalla no vale. Si se repite, compruebe la hora del teléfono y de este dispositivo.',
  },
  PRESENTATION_FROM_FUTURE: {
    title: 'El reloj del teléfono va adelantado',
    advice:
      'Pida al miembro que ponga la fecha y la hora en automático y muestre el código otra vez. Compruebe también la hora de este dispositivo.',
  },
  PRESENTATION_OTHER_HOST: {
    title: 'El código es para otro espacio',
    advice:
      'Pida al miembro que elija este espacio en su cartera, o que escanee el cartel de aquí, y muestre el código otra vez.',
  },
  PRESENTATION_OTHER_PURPOSE: {
    title: 'El código no es para visitas',
    advice: 'Pida al miembro que abra el visado en su cartera y muestre el código de visita.',
  },
  PRESENTATION_FORGED: {
    title: 'No es el teléfono del miembro',
    advice:
      'El código no lleva la firma del titular del visado. No lo acepte; pida al miembro que lo muestre en su propio teléfono.',
  },
  PRESENTATION_USED: {
    title: 'El código ya se ha usado',
    advice: 'Pida al miembro que muestre un código nuevo y escanee otra vez.',
  },
  SPACE_UNKNOWN: {
    title: 'Espacio de origen desconocido',
    advice:
      'No está en ningún programa de este espacio. Cobre la tarifa normal o pregunte a la dirección.',
  },
  SPACE_LEFT: {
    title: 'El espacio de origen se retiró',
    advice: 'Ya no forma parte del programa. Cobre la tarifa normal.',
  },
  SPACE_CLOSED: {
    title: 'El espacio de origen ha cerrado',
    advice: 'Sus visados ya no son válidos. Cobre la tarifa normal.',
  },
  ISSUING_KEY_UNKNOWN: {
    title: 'El visado aún no puede comprobarse',
    advice:
      'Aquí faltan noticias del espacio de origen. Conecte este nodo a la red y escanee otra vez dentro de un minuto.',
  },
  ISSUING_KEY_REVOKED: {
    title: 'El visado debe renovarse',
    advice:
      'El espacio de origen ha cambiado sus claves, y una cartera abierta con conexión renueva el visado por sí sola. Después escanee otra vez.',
  },
  OWN_MEMBER: {
    title: 'Es miembro de este espacio',
    advice: 'Los miembros de este espacio no necesitan visado aquí. Regístrelos como siempre.',
  },
  NOT_FREE: {
    title: 'Este día no es gratis',
    advice: 'Algo ha cambiado desde el escaneo. Escanee de nuevo y siga la nueva respuesta.',
  },
  NOT_FOUND: {
    title: 'La comprobación es demasiado antigua',
    advice: 'Tiene más de 15 minutos. Escanee el código de nuevo.',
  },
};
