import type { Milestone } from '../../streak/milestone';
import type { LineOf, PastDay, Standing } from '../line';
import type { Wordings } from '../words';
import { capital, cardinal, counted } from './grammar';

export function inARow({ days, total }: Standing): string {
  if (total === 0) return 'tu primer día todavía te espera';
  if (days === 0) return `${inDays(total)} en total hasta ahora`;
  const all = total === days ? '' : `, ${cardinal(total)} en total`;
  if (days === 1) return total === 1 ? 'primer día' : `primer día de una nueva racha${all}`;
  return `${inDays(days)} seguidos${all}`;
}

/** A sentence to follow how her days stand; none where today is not to be told. */
export function todayStands({ doneToday }: Standing, exercisesLeft: number | null): string {
  if (doneToday) return ' Hoy ya cuenta.';
  if (exercisesLeft === null) return '';
  const left = counted(exercisesLeft, 'ejercicio', 'ejercicios', 'masculine');
  return ` Lo de hoy todavía falta: ${exercisesLeft === 1 ? 'queda' : 'quedan'} ${left}.`;
}

export function greetings({ days, total }: Standing): Wordings {
  if (days > 1) {
    return [
      `Hola otra vez. Llevas ${inDays(days)} seguidos.`,
      `Qué bueno tenerte aquí, después de ${inDays(days)} seguidos.`,
    ];
  }
  if (total > 0) return ['Hola otra vez. Qué bueno tenerte aquí.', 'Qué bueno que volviste.'];
  return ['Hola. Qué bueno tenerte aquí.', 'Hola otra vez.'];
}

export function progressWords({ inSevenDays, total, last }: LineOf<'progress'>): string {
  if (last === null) return 'Todavía no hay ningún día hecho. El primero te espera.';
  const done = inSevenDays === 0 ? `${inDays(total)} en total` : `${inDays(inSevenDays)} en los últimos siete`;
  const more = inSevenDays === 0 || inSevenDays === total ? '' : `, ${cardinal(total)} en total`;
  return `Llevas ${done}${more}. La última vez fue ${dayOf(last)}.`;
}

export function milestoneWords(milestone: Milestone): Wordings {
  if (milestone.kind === 'three-months') {
    return [
      'Llevas tres meses practicando. Si la espalda todavía te molesta, una fisioterapeuta de piso pélvico puede hacerte un plan a tu medida.',
    ];
  }
  const done = inDays(milestone.total);
  if (milestone.total === 14) {
    return [
      `Llegaste a ${done}. Muchas personas notan algo de alivio más o menos por estas fechas, y cada quien va a su paso.`,
    ];
  }
  return [`Llegaste a ${done}.`, `Ya tienes ${done} hechos.`, `${capital(done)} ya son tuyos.`];
}

function dayOf({ daysAgo, weekday }: PastDay): string {
  if (daysAgo < 2) return daysAgo === 0 ? 'hoy' : 'ayer';
  return daysAgo < 7 ? `el ${WEEKDAYS[weekday]}` : `hace ${inDays(daysAgo)}`;
}

export function restDay(past: PastDay): string {
  return past.daysAgo < 7 ? dayOf(past) : 'un día';
}

function inDays(count: number): string {
  return counted(count, 'día', 'días', 'masculine');
}

/** A length of time: whole weeks are told as such. */
export function inWeeksOrDays(days: number): string {
  return days % 7 === 0 ? counted(days / 7, 'semana', 'semanas', 'feminine') : inDays(days);
}

const WEEKDAYS = ['domingo', 'lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado'];
