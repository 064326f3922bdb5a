import type { ExerciseId } from '../../routine/exercise';
import type { Pace, Stops } from '../../routine/plan';
import type { PartOfDay, ReminderTrouble } from '../../session/event';
import type { LineOf } from '../line';
import type { ExerciseWords, Words } from '../words';
import { exercises } from './exercises';
import { at, capital, clockTime, counted, inSeconds, leg } from './grammar';
import { fromItsStart, listed, ordinal, placeOf, shortChoice, the } from './place';
import { aboutBackPain, GET_HELP } from './safety';
import { greetings, inARow, inWeeksOrDays, milestoneWords, progressWords, restDay, todayStands } from './standing';

/** The words of each line. */
export const lines: Words['lines'] = {
  welcome: () => [
    'Te doy la bienvenida a Mi rutina de espalda. Te voy a guiar por cuatro ejercicios de piso para la espalda baja, en unos diez minutos.',
  ],
  disclaimer: () => [
    'Esta es una guía general de ejercicio, no un consejo médico, así que primero confirma con tu doctor o tu partera que ya puedes hacer ejercicio. Detente si algo te duele. Si te mareas, te falta el aire o empiezas a sangrar, detente y busca atención médica.',
  ],
  'first-place': () => [
    'Deja a tu bebé en un lugar seguro, lejos de tus pies y rodillas, y ten cerca una silla firme o un sofá. Para detenerme en cualquier momento, di mi nombre y luego pausa.',
  ],
  greeting: ({ standing }) => greetings(standing),
  starting: () => ['Empecemos.', 'Aquí vamos.', 'Vamos a empezar.'],
  'from-the-top': () => ['Desde el principio.', 'Volvemos al principio.'],
  'you-were-at': ({ where }) => [
    `Qué bueno que volviste. Estabas ${placeOf(where)}.`,
    `Aquí estamos otra vez. Estabas ${placeOf(where)}.`,
  ],
  'picking-up': ({ where }) => [`Seguimos ${placeOf(where)}.${fromItsStart(where)}`],
  position: ({ exercise }) => [exercises[exercise].position.lean],
  'done-today': ({ standing }) => [
    `La rutina de hoy ya está hecha: ${inARow(standing)}.`,
    `Ya hiciste lo de hoy: ${inARow(standing)}.`,
  ],
  paused: () => [
    'Claro. Tu lugar está guardado.',
    'Tómate el tiempo que necesites. Guardé tu lugar.',
    'Sin prisa. Aquí queda tu lugar.',
  ],
  'no-rush': () => ['Sin ninguna prisa.', 'Con calma.'],
  'set-counted': () => ['Bien, esa serie ya cuenta. Descansa lo que quieras.', 'Esa serie cuenta. Descansa un poco.'],
  'going-back': () => ['Regresamos un paso.', 'Volvemos atrás.'],
  kept: ({ where }) => [`Guardé tu lugar, ${placeOf(where)}. Hasta luego.`],
  goodbye: () => ['Bueno, hasta luego.', 'Cuídate. Hasta luego.'],
  finished: ({ standing }) => [
    `Hoy ya cuenta: ${inARow(standing)}. Descansa bien.`,
    `Ya terminaste por hoy: ${inARow(standing)}. Cuídate.`,
    `Listo por hoy: ${inARow(standing)}. Muy bien.`,
  ],
  milestone: ({ milestone }) => milestoneWords(milestone),
  'finished-unseen': () => ['Muy bien. Ahora no puedo ver tus días, pero siguen guardados.'],
  'finished-without': ({ exercises: left, begun }) => [
    `${begun ? 'Muy bien. ' : ''}Hoy todavía te da tiempo de hacer ${listed(left)}, hasta las tres de la madrugada.`,
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
    `La rutina de hoy tiene ${listed(planned)}. Dura ${inMinutes(minutes)}.`,
  ],
  streak: ({ standing, exercisesLeft }) => [`${capital(inARow(standing))}.${todayStands(standing, exercisesLeft)}`],
  'streak-is-paused': ({ days }) => [
    `Estás en pausa ${days === 1 ? 'hasta que termine el día' : `por ${inWeeksOrDays(days)} más`}.`,
  ],
  progress: (progress) => [progressWords(progress)],
  forgiven: (past) => [`${capital(restDay(past))} descansaste, y tus días seguidos continúan.`],
  'days-unseen': () => [
    'Ahora no puedo ver tus días. Siguen guardados.',
    'Por ahora no veo tus días. Siguen guardados.',
  ],
  skipped: ({ exercise }) => [`Bueno, hoy sin ${the(exercise)}.`],
  'already-done': ({ exercise }) => [`Hoy ya hiciste ${the(exercise)}.`],
  'nothing-to-skip': () => ['Ahora no hay nada que saltar.'],
  'unknown-exercise': () => ['Ese ejercicio no está en esta rutina.'],

  'short-routine': ({ exercises: planned, minutes }) => [
    `Hoy algo corto, ${inMinutes(minutes)}${planned.length === 0 ? '' : `: ${listed(planned)}`}.`,
  ],
  practice: () => ['Hoy solo ese.', 'Solo ese ejercicio.'],
  'pace-changed': ({ pace }) => [PACE_CHANGED[pace]],
  'plank-hold-changed': ({ seconds }) => [`Desde ahora, planchas de ${inSeconds(seconds)}.`],
  'plank-hold-out-of-range': () => ['Una plancha puede durar de cinco a sesenta segundos.'],
  'difficulty-changed': (line) => [difficultyChanged(line)],
  'guidance-changed': ({ guidance }) => [
    guidance === 'brief' ? 'Voy a usar menos palabras.' : 'Otra vez con todas las indicaciones.',
  ],
  'stops-changed': ({ stops }) => [STOPS_CHANGED[stops]],
  'quiet-changed': ({ on }) => [on ? 'Te hablo bajito.' : 'Vuelvo a mi voz normal.'],

  'get-help': ({ advice }) => [GET_HELP[advice]],
  'stop-exercise': () => ['Detente ahí, por favor, y descansa un momento.'],
  'rest-today': () => ['Detente ahí, por favor, y descansa por hoy.'],
  soften: () => ['Entonces más suave: movimientos más chicos y más lentos, y descansa cuando quieras.'],
  'see-a-professional': () => ['Si sigue así, sería bueno consultarlo con una fisioterapeuta de piso pélvico.'],
  'back-pain': ({ topic }) => aboutBackPain(topic),

  logged: ({ standing }) => [
    `Anotado: ${inARow(standing)}.`,
    `Qué bien, hoy ya cuenta: ${inARow(standing)}.`,
    `Lo de hoy quedó anotado: ${inARow(standing)}.`,
  ],
  'not-logged': () => ['Bueno, no lo anoto.', 'Entonces no lo anoto.'],
  'streak-paused': ({ days }) => [`Listo, tus días seguidos quedan en pausa por ${inWeeksOrDays(days)}.`],
  'streak-paused-at-most': ({ days }) => [
    `La pausa más larga es de ${inWeeksOrDays(days)}, así que puse esa. Tus días te esperan.`,
  ],
  'pause-over': () => ['Listo, terminó la pausa. Tus días vuelven a contar.'],
  'no-pause': () => ['Ahora no hay ninguna pausa.'],
  'not-understood-number': () => ['No entendí bien el número.'],

  'needs-permission': () => ['Para recordártelo necesito tu permiso.'],
  'permission-denied': () => [
    'Está bien, lo dejo así. Puedes permitir los recordatorios en la aplicación de Alexa cuando quieras.',
  ],
  'permission-not-answered': () => ['No oí tu respuesta, así que lo dejo como está.'],
  'reminder-set': ({ time }) => [`Listo, te lo recuerdo todos los días ${at(clockTime(time))}.`],
  'reminder-not-set': () => ['Como quieras, no lo pongo.'],
  'reminder-cancelled': () => ['Listo, ya no hay recordatorio.'],
  'no-reminder': () => ['No tienes ningún recordatorio puesto.'],
  'reminder-trouble': ({ trouble }) => [REMINDER_TROUBLE[trouble]],
  'reminder-text': () => ['Es hora de tus diez minutos.'],

  erased: () => ['Listo, borré todo lo que guardaba de ti.'],
  'not-erased': () => ['Bueno, no borré nada.'],
  'erase-failed': () => ['No pude borrar tus datos ahora. Inténtalo más tarde.'],
  'not-caught': () => ['Perdón, no te entendí.', 'Perdón, eso no lo entendí.'],
  'help-before': () => [
    'Te guío por cuatro ejercicios para la espalda baja, en unos diez minutos, o en menos si me dices cuántos. Puedes preguntarme cómo se hace uno, o cuántos días seguidos llevas. También puedo ir más despacio, hacerlo más fácil o hablar bajito, y recordártelo todos los días.',
  ],
  'help-during': () => [
    'Tu lugar está guardado. Puedes decir lista, pausa, repite, siguiente o salta este, o preguntar cómo se hace. Para cambiar algo, di más despacio, más fácil o modo silencioso. Y si algo te duele, dímelo.',
  ],
  'not-saved': () => ['Ahora no puedo guardar, así que hoy tal vez no quede anotado, pero podemos seguir.'],
  'not-read': () => ['Ahora no puedo ver tus días. Siguen guardados, pero hoy tal vez no quede anotado.'],
  'not-kept': () => ['No pude guardar, así que la próxima vez tal vez no me acuerde de esto.'],
  'not-noted': () => ['No pude anotarlo. Pídemelo otra vez más tarde.'],
  trouble: () => ['Perdón, algo falló de mi lado. Tu lugar está guardado.'],

  'say-im-ready': () => ['Di estoy lista cuando quieras empezar.'],
  'say-ready': () => ['Di lista cuando estés en posición.', 'Di lista cuando quieras seguir.'],
  'say-ready-for-exercise': ({ exercise }) => [`Di lista para ${the(exercise)}.`],
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
  'ask-which': ({ among }) => [`¿A cuál te refieres: ${shortChoice(among)}?`],
  'ask-which-place': ({ among }) => [`¿En cuál estabas: ${shortChoice(among)}?`],
  'which-one': () => ['¿Cuál ejercicio sería?'],
  'ask-minutes': () => ['¿Cuántos minutos tienes?'],
  'ask-plank-seconds': () => ['¿Cuántos segundos quieres?'],
  'ask-pace': () => ['¿Más despacio, a ritmo normal o más rápido?'],
  'ask-difficulty': () => ['¿Más fácil, la versión normal o más difícil?'],
  'ask-guidance': () => ['¿Con menos palabras o con todas las indicaciones?'],
  'ask-stops': () => ['¿Paro después de cada serie, después de cada ejercicio, o sigo de corrido?'],
  'ask-easier-or-skip': ({ exercise }) => [`¿Quieres ${the(exercise)} más fácil, o saltar este ejercicio?`],
  'ask-skip-or-stop': ({ exercise }) => [`¿Nos saltamos ${the(exercise)}, o paramos por hoy?`],
  'ask-how-it-feels': () => ['Afloja un momento. ¿Es fuerte o punzante, o es solo cansancio?'],
  'ask-topic': () => ['¿Qué quieres saber: causas, alivio, cuánto tarda, cuándo buscar ayuda o seguridad?'],
  'ask-log-routine': () => ['¿Anoto la rutina de hoy como hecha, con los cuatro ejercicios?'],
  'ask-pause-days': () => ['¿De cuántos días será la pausa?'],
  'ask-reminder-time': ({ part }) => [
    part === null ? '¿A qué hora te lo recuerdo?' : `¿A qué hora ${PART_OF_DAY[part]}?`,
  ],
  'ask-confirm-reminder': ({ time, inTheNight }) => [
    `${inTheNight ? 'Suena fuerte, también de noche. ' : ''}¿Te recuerdo tu rutina todos los días ${at(clockTime(time))}?`,
  ],
  'ask-erase': () => ['Se borran tus días, tus ajustes y tu recordatorio para siempre. ¿Borro todo?'],
};

const PACE_CHANGED: Readonly<Record<Pace, string>> = {
  slower: 'Más despacio desde ahora.',
  normal: 'Volvemos al ritmo normal.',
  faster: 'Un poco más rápido desde ahora.',
};

const STOPS_CHANGED: Readonly<Record<Stops, string>> = {
  'each-set': 'Te espero después de cada serie.',
  'each-exercise': 'Te espero antes de cada ejercicio.',
  'straight-through': 'Sigo de corrido, parando lo menos posible.',
};

const REMINDER_TROUBLE: Readonly<Record<ReminderTrouble, string>> = {
  'not-permitted': 'Todavía no tengo permiso para los recordatorios. Puedes dármelo en la aplicación de Alexa.',
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
  if (difficulty === 'standard') {
    return dose === null
      ? 'Volvemos a la versión de siempre.'
      : `Volvemos ${at(the(exercise))} de siempre. ${exercises[exercise].dose(dose)}`;
  }
  const form = { easier: 'más fácil', harder: 'más difícil' }[difficulty];
  if (dose === null) return `Vamos con la versión ${form}.`;
  const { variation, dose: doseOf } = exercises[exercise];
  return `Hacemos ${form} ${the(exercise)}. ${variation[difficulty]} ${doseOf(dose)}`;
}

function whatComesAfter(after: readonly ExerciseId[]): string {
  if (after.length === 0) return 'Es el último ejercicio.';
  return `Después ${after.length === 1 ? 'viene' : 'vienen'} ${listed(after)}.`;
}

/** The length of a routine is an estimate. */
function inMinutes(count: number): string {
  return count === 1 ? 'como un minuto' : `unos ${counted(count, 'minuto', 'minutos', 'masculine')}`;
}
