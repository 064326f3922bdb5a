import { DISCLAIMERS } from './disclaimers';
import type { StoreTexts } from './store-texts';

/** The store's texts in the Spanish of the United States. */
export const SPANISH_STORE_TEXTS: Readonly<Record<string, StoreTexts>> = {
  'es-US': {
    name: 'Mi Rutina de Espalda',
    summary:
      'Cuatro ejercicios suaves en el piso para la espalda baja, que suelen usarse después del embarazo. Guiados por voz, en unos diez minutos.',
    description: `Mi Rutina de Espalda te guía por una rutina suave para la espalda baja que suele usarse después del embarazo: cuatro ejercicios en el piso, en unos diez minutos. Cada respiración, cada pausa y cada repetición se dice en voz alta, así que no tienes que mirar ni tocar nada.

Los cuatro ejercicios:
- Puente con rodillas juntas y separadas, dos series de diez
- Marcha en puente, dos series de diez
- Patada de burro, diez con cada pierna
- Plancha elevada, tres veces quince segundos, con las manos en una silla, un sofá o la pared

Si el bebé llora, di "Alexa, pausa". Tu lugar queda guardado. Cuando regreses, minutos u horas después, di "Alexa, abre mi rutina de espalda" y sigues desde la serie en la que ibas.

Hazla a tu manera. Con la rutina abierta, puedes decir:
- "Alexa, estoy lista" para seguir
- "Alexa, más despacio" o "Alexa, más fácil"
- "Alexa, solo tengo cinco minutos"
- "Alexa, habla bajito", cuando el bebé duerme
- "Alexa, me duele", para detenerte y elegir una forma más fácil
- "Alexa, cuántos días llevo"
- "Alexa, recuérdame todos los días a las siete", si quieres un recordatorio diario; Alexa te pide permiso primero
- "Alexa, ayuda" en cualquier momento

Tus días seguidos se cuentan con cariño: un día que falte de cada siete se perdona, y puedes ponerlos en pausa si te enfermas o sales de viaje.

Lo que necesitas: un lugar despejado en el piso y una silla firme, un sofá o una pared. No hace falta ninguna cuenta, ningún otro aparato ni ninguna compra. Antes de empezar, deja a tu bebé en un lugar seguro, lejos de tus pies y rodillas.

Tu privacidad: nada de lo que digas sobre cómo te sientes se guarda. La skill guarda tus ajustes y qué ejercicios hiciste cada día, para llevarte de vuelta a tu lugar. Di "Alexa, borra mis datos", o desactiva la skill, y todo se elimina.

Por favor, lee esto: ${DISCLAIMERS.es} Antes de empezar, pregunta a tu médico, partera o fisioterapeuta si ya puedes hacer ejercicio, sobre todo después de una cesárea o de un parto complicado. Ve con calma y detente si algo te duele. Si crees que tienes una emergencia médica, llama de inmediato al número de emergencias de tu localidad; esta skill no puede llamar por ti.`,
    examplePhrases: [
      'Alexa, abre mi rutina de espalda',
      'Alexa, pregúntale a mi rutina de espalda cuántos días llevo',
      'Alexa, pregúntale a mi rutina de espalda cuáles son los ejercicios',
    ],
    keywords: [
      'rutina de espalda',
      'ejercicios de espalda',
      'espalda baja',
      'posparto',
      'postparto',
      'después del embarazo',
      'después del parto',
      'mamá primeriza',
      'mamá y bebé',
      'abdomen',
      'ejercicios en el piso',
      'ejercicio suave',
      'puente',
      'plancha',
      'patada de burro',
      'rutina de diez minutos',
      'ejercicio guiado',
      'ejercicio en casa',
      'rutina diaria',
      'respiración',
      'días seguidos',
      'fitness',
    ],
  },
};
