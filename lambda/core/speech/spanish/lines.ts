import type { ExerciseId } from '../../routine/exercise';
import type { Pace, Stops } from '../../routine/plan';
import type { PartOfDay, ReminderTrouble } from '../../session/event';
import type { LineOf } from '../line';
import type { ExerciseWords, Words } from '../words';
import { exercises } from './exercises';
import { at, capital, clockTime, counted, inSeconds, leg } from './grammar';
import { fromItsStart, listed, ordinal, placeOf, shortChoice, the } from './place';
import { BACK_PAIN, GET_HELP } from './safety';
import { greetings, inARow, inWeeksOrDays, milestoneWords, progressWords, restDay, todayStands } from './standing';

/** The words of each line. */
export const lines: Words['lines'] = {
  welcome: () => [
    'Te doy la bienvenida a Mi rutina de espalda. Te voy guiando por cuatro ejercicios de piso para la espalda baja, en unos diez minutos.',
  ],
  disclaimer: () => [
    'Esta es una guía general de ejercicio, no un consejo médico, así que primero confirma con tu doctor o tu partera que ya puedes hacer ejercicio. Detente si algo te duele. Si te mareas, te falta el aire o empiezas a sangrar, detente y busca atención médica.',
  ],
  'first-place': () => [
    'Deja a tu bebé en un lugar seguro, lejos de tus pies y rodillas, y ten cerca una silla firme o un sofá. Para detenerme en cualquier momento, di mi nombre y luego pausa.',
  ],
  greeting: ({ standing }) => greetings(standing),
  starting: () => ['Empecemos.', 'Muy bien, empecemos.', 'Bueno, aquí vamos.'],
  'from-the-top': () => ['Desde el principio.', 'Muy bien, desde el comienzo.'],
  'you-were-at': ({ where }) => [
    `Qué bueno que volviste. Estabas ${placeOf(where)}.`,
    `Aquí estamos otra vez. Estabas ${placeOf(where)}.`,
  ],
  'picking-up': ({ where }) => [`Seguimos ${placeOf(where)}.${fromItsStart(where)}`],
  position: ({ exercise }) => [exercises[exercise].position.lean],
  'done-today': ({ standing }) => [`La rutina de hoy ya está hecha: ${inARow(standing)}.`],
  paused: () => [
    'Claro. Tu lugar está guardado.',
    'Tómate el tiempo que necesites. Guardé tu lugar.',
    'Sin prisa. Aquí queda tu lugar.',
  ],
  'no-rush': () => ['Sin ninguna prisa.', 'Con calma.'],
  'set-counted': () => ['Bien, esa serie ya cuenta. Descansa lo que quieras.', 'Esa serie cuenta. Descansa un poco.'],
  'going-back': () => ['Vamos atrás.', 'Regresamos.'],
  kept: ({ where }) => [`Está bien. Guardé tu lugar, ${placeOf(where)}. Hasta luego.`],
  goodbye: () => ['Está bien. Cuídate.', 'Bueno, hasta luego.'],
  finished: ({ standing }) => [
    `Hoy ya cuenta: ${inARow(standing)}. Descansa bien.`,
    `Rutina de hoy lista: ${inARow(standing)}. Cuídate mucho.`,
  ],
  milestone: ({ milestone }) => [milestoneWords(milestone)],
  'finished-without': ({ exercises: left }) => [
    `Muy bien. Hoy todavía hay lugar para ${listed(left)}, hasta las tres de la madrugada.`,
  ],
  'late-day-in': ({ standing }) => [`Qué bien, ese día cuenta: ${inARow(standing)}.`],
  instructions: ({ exercise }) => [howTo(exercises[exercise].instructions)],
  'exercise-list': () => [
    'Son cuatro. El puente con rodillas juntas y separadas, dos series de diez. La marcha en puente, dos series de diez. La patada de burro, diez con cada pierna. Y la plancha elevada, tres veces. Solo necesitas el piso, y una silla firme, un sofá o la pared para la plancha.',
  ],
  'whats-left': ({ where, after, minutes }) => [
    `Estás ${placeOf(where)}. ${whatComesAfter(after)} ${minutes === 1 ? 'Falta' : 'Faltan'} ${inMinutes(minutes)}.`,
  ],
  'routine-length': ({ exercises: planned, minutes }) => [
    `La rutina de hoy tiene ${listed(planned)}. Toma ${inMinutes(minutes)}.`,
  ],
  streak: ({ standing, exercisesLeft }) => [`${capital(inARow(standing))}. ${todayStands(standing, exercisesLeft)}`],
  'streak-is-paused': ({ days }) => [`Tus días seguidos están en pausa, por ${inWeeksOrDays(days)} más.`],
  progress: (progress) => [progressWords(progress)],
  forgiven: (past) => [`${capital(restDay(past))} descansaste, y tus días seguidos continúan.`],
  skipped: ({ exercise }) => [`Está bien, hoy sin ${the(exercise)}.`],
  'already-done': ({ exercise }) => [`Hoy ya hiciste ${the(exercise)}.`],
  'nothing-to-skip': () => ['Ahora no hay nada que saltar.'],
  'unknown-exercise': () => ['Ese no está en esta rutina.'],

  'short-routine': ({ exercises: planned, minutes }) => [`Hoy algo corto, ${inMinutes(minutes)}: ${listed(planned)}.`],
  practice: ({ exercise }) => [`Muy bien, solo ${the(exercise)}.`],
  'pace-changed': ({ pace }) => [PACE_CHANGED[pace]],
  'plank-hold-changed': ({ seconds }) => [`Muy bien, planchas de ${inSeconds(seconds)}.`],
  'plank-hold-out-of-range': () => ['Las planchas pueden durar de cinco a sesenta segundos.'],
  'difficulty-changed': (line) => [difficultyChanged(line)],
  'guidance-changed': ({ guidance }) => [
    guidance === 'brief' ? 'Muy bien, con menos palabras.' : 'Muy bien, con todas las indicaciones.',
  ],
  'stops-changed': ({ stops }) => [STOPS_CHANGED[stops]],
  'quiet-changed': ({ on }) => [on ? 'Muy bien, en voz bajita.' : 'Muy bien, con voz normal otra vez.'],

  'get-help': ({ advice }) => [GET_HELP[advice]],
  'stop-exercise': ({ exercise }) => [
    exercise === null ? 'Entonces mejor deja eso por ahora.' : `Deja ${the(exercise)} por ahora, y descansa.`,
  ],
  'rest-today': () => ['Detente ahí, y descansa por hoy.'],
  soften: () => ['Entonces más suave: más pequeño, más lento, y descansa cuando quieras.'],
  'see-a-professional': () => ['Si sigue así, sería bueno consultarlo con una fisioterapeuta de piso pélvico.'],
  'back-pain': ({ topic }) => [BACK_PAIN[topic]],

  logged: ({ standing }) => [`Anotado: ${inARow(standing)}.`],
  'not-logged': () => ['Está bien, no lo anoto.'],
  'streak-paused': ({ days }) => [`Listo, tus días seguidos quedan en pausa por ${inWeeksOrDays(days)}.`],
  'streak-paused-at-most': ({ days }) => [
    `La pausa más larga es de ${inWeeksOrDays(days)}, así que puse esa. Tus días te esperan.`,
  ],
  'pause-over': () => ['Listo, terminó la pausa. Tus días vuelven a contar.'],
  'no-pause': () => ['Ahora no hay ninguna pausa.'],
  'not-understood-number': () => ['No entendí bien el número.'],

  'needs-permission': () => ['Para recordártelo necesito tu permiso.'],
  'permission-denied': () => [
    'Está bien, sin recordatorio. Puedes permitirlos en la aplicación de Alexa cuando quieras.',
  ],
  'permission-not-answered': () => ['No te oí, así que no puse ningún recordatorio.'],
  'reminder-set': ({ time }) => [`Listo, te lo recuerdo todos los días ${at(clockTime(time))}.`],
  'reminder-not-set': () => ['Está bien, no pongo recordatorio.'],
  'reminder-cancelled': () => ['Listo, ya no hay recordatorio.'],
  'no-reminder': () => ['No tienes ningún recordatorio puesto.'],
  'reminder-trouble': ({ trouble }) => [REMINDER_TROUBLE[trouble]],
  'reminder-text': () => ['Es hora de tus diez minutos.'],

  erased: () => ['Listo, borré todo lo que guardaba de ti.'],
  'not-erased': () => ['Está bien, no borré nada.'],
  'erase-failed': () => ['No pude borrar tus datos ahora. Inténtalo más tarde.'],
  'not-caught': () => ['Perdón, no te entendí.', 'Perdón, eso no lo entendí.'],
  'help-before': () => [
    'Te guío por cuatro ejercicios para la espalda baja, en unos diez minutos, o en menos si me dices cuántos. Puedes preguntarme cómo se hace uno, o cuántos días seguidos llevas. Puedo ir más despacio, más fácil o bajito, y recordártelo todos los días.',
  ],
  'help-during': () => [
    'Tu lugar está guardado. Puedes decir lista, pausa, repite, siguiente o salta este, o preguntar cómo se hace. Para cambiar algo, di más despacio, más fácil o modo silencioso. Y si algo te duele, dímelo.',
  ],
  'not-saved': () => ['Ahora no puedo guardar, así que hoy tal vez no quede anotado, pero podemos seguir.'],
  trouble: () => ['Perdón, algo falló de mi lado. Tu lugar está guardado.'],

  'say-im-ready': () => ['Di estoy lista cuando quieras empezar.'],
  'say-ready': () => ['Di lista cuando estés en posición.', 'Di lista cuando quieras seguir.'],
  'say-ready-for-set': ({ set, side }) => [
    `Di lista para la ${ordinal(set)} serie${side === null ? '' : `, ${leg(side)}`}.`,
  ],
  'say-ready-to-go-on': ({ where }) => [`Di lista para seguir ${placeOf({ ...where, repsDone: 0 })}.`],
  'say-ready-when-back': () => ['Di lista cuando regreses.'],
  'still-here': () => ['Aquí sigo. Di lista para seguir.'],
  'say-done': () => ['Di terminé cuando recuperes el aliento.'],
  'ask-start': () => ['¿Empezamos tu rutina?', '¿Quieres empezar ahora?'],
  'ask-go-on': () => ['¿Seguimos desde ahí?', '¿Quieres continuar?'],
  'ask-again': () => ['¿Quieres hacer la rutina otra vez?'],
  'ask-start-over': () => ['¿Prefieres empezar desde el principio?'],
  'ask-finished': ({ exercise }) => [`¿Terminaste ${the(exercise)} la última vez?`],
  'ask-which': ({ among }) => [`¿Cuál quieres: ${shortChoice(among)}?`],
  'ask-which-place': ({ among }) => [`¿En cuál estabas: ${shortChoice(among)}?`],
  'which-one': () => ['¿Qué ejercicio sería?'],
  'ask-minutes': () => ['¿Cuántos minutos tienes?'],
  'ask-plank-seconds': () => ['¿Cuántos segundos quieres, de cinco a sesenta?'],
  'ask-pace': () => ['¿Más despacio, a ritmo normal o más rápido?'],
  'ask-difficulty': () => ['¿Más fácil, la versión normal o más difícil?'],
  'ask-guidance': () => ['¿Con menos palabras o con todas las indicaciones?'],
  'ask-stops': () => ['¿Paro después de cada serie, después de cada ejercicio, o todo de corrido?'],
  'ask-easier-or-skip': ({ exercise }) => [`¿Quieres ${the(exercise)} más fácil, o saltar este?`],
  'ask-skip-or-stop': ({ exercise }) => [`¿Saltamos ${the(exercise)}, o paramos por hoy?`],
  'ask-how-it-feels': () => ['Afloja un momento. ¿Es fuerte o punzante, o es solo cansancio?'],
  'ask-topic': () => ['¿Qué quieres saber: causas, alivio, cuánto tarda, cuándo buscar ayuda o seguridad?'],
  'ask-log-routine': () => ['¿Hiciste los cuatro ejercicios hoy, y quieres que los cuente?'],
  'ask-pause-days': () => ['¿Por cuántos días?'],
  'ask-reminder-time': ({ part }) => [
    part === null ? '¿A qué hora te lo recuerdo?' : `¿A qué hora ${PART_OF_DAY[part]}?`,
  ],
  'ask-confirm-reminder': ({ time, inTheNight }) => [
    `${inTheNight ? 'Suena en voz alta. ' : ''}¿Te recuerdo tu rutina todos los días ${at(clockTime(time))}?`,
  ],
  'ask-erase': () => ['Se borran tus días, tus ajustes y tu recordatorio para siempre. ¿Borro todo?'],
};

const PACE_CHANGED: Readonly<Record<Pace, string>> = {
  slower: 'Muy bien, más despacio.',
  normal: 'Muy bien, a ritmo normal.',
  faster: 'Muy bien, más rápido.',
};

const STOPS_CHANGED: Readonly<Record<Stops, string>> = {
  'each-set': 'Muy bien, espero después de cada serie.',
  'each-exercise': 'Muy bien, espero antes de cada ejercicio.',
  'straight-through': 'Muy bien, todo de corrido.',
};

const REMINDER_TROUBLE: Readonly<Record<ReminderTrouble, string>> = {
  'not-permitted': 'No tengo permiso para los recordatorios. Puedes dármelo en la aplicación de Alexa.',
  'not-on-this-device': 'En este dispositivo no puedo usar recordatorios.',
  'too-many': 'Ya hay demasiados recordatorios. Borra alguno en la aplicación de Alexa y pídemelo otra vez.',
  unavailable: 'Los recordatorios no responden ahora. Inténtalo más tarde.',
};

const PART_OF_DAY: Readonly<Record<PartOfDay, string>> = {
  morning: 'de la mañana',
  afternoon: 'de la tarde',
  evening: 'de la tarde o de la noche',
  night: 'de la noche',
};

function howTo({ steps, watchFor, purpose, easier, harder }: ExerciseWords['instructions']): string {
  return [steps, watchFor, purpose, easier, harder].join(' ');
}

function difficultyChanged({ exercise, difficulty, dose }: LineOf<'difficulty-changed'>): string {
  const { variation, dose: doseOf } = exercises[exercise];
  if (difficulty === 'standard') return `Entonces ${the(exercise)} de siempre. ${doseOf(dose)}`;
  const wish = { easier: 'Más fácil, entonces.', harder: 'Más difícil, entonces.' }[difficulty];
  return `${wish} ${variation[difficulty]} ${doseOf(dose)}`;
}

function whatComesAfter(after: readonly ExerciseId[]): string {
  if (after.length === 0) return 'Es el último ejercicio.';
  return `Después ${after.length === 1 ? 'viene' : 'vienen'} ${listed(after)}.`;
}

/** The length of a routine is an estimate. */
function inMinutes(count: number): string {
  return count === 1 ? 'como un minuto' : `unos ${counted(count, 'minuto', 'minutos', 'masculine')}`;
}
