import type { Milestone } from '../../streak/milestone';
import type { LineOf, PastDay, Standing } from '../line';
import type { Wordings } from '../words';
import type { RegionalWords } from './english-regions';
import { capital, cardinal, inDays, inWeeksOrDays } from './numbers';

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** @example inARow({ days: 4, total: 11, ... }) // => 'four days in a row, eleven in all' */
export function inARow({ days, total }: Standing): string {
  if (total === 0) return 'your first day is still ahead of you';
  if (days === 0) return `${inDays(total)} in all so far`;
  const all = total === days ? '' : `, ${cardinal(total)} in all`;
  if (days === 1) return total === 1 ? 'day one' : `day one of a new run${all}`;
  return `${inDays(days)} in a row${all}`;
}

/** A sentence to follow how her days stand; none where today is not to be told. */
export function todayStands({ doneToday }: Standing, exercisesLeft: number | null): string {
  if (doneToday) return ' Today is in.';
  if (exercisesLeft === null) return '';
  const left = exercisesLeft === 1 ? 'one exercise' : `${cardinal(exercisesLeft)} exercises`;
  return ` Today isn't in yet: ${left} to go.`;
}

export function greetings({ days, total }: Standing): Wordings {
  if (days > 1)
    return [
      `Hello again. ${capital(inDays(days))} in a row so far.`,
      `Good to have you back, after ${inDays(days)} in a row.`,
      `Hello. That's ${inDays(days)} in a row, and here you are again.`,
    ];
  if (total > 0) return ['Hello again. Good to have you here.', 'Good to have you back.'];
  return ['Hello. Good to have you here.', 'Hello again.'];
}

export function progressWords({ inSevenDays, total, last }: LineOf<'progress'>): string {
  if (last === null) return "Your first day is still ahead of you, whenever you're ready.";
  const week =
    inSevenDays === 0 ? '' : `${inSevenDays === 7 ? 'all' : cardinal(inSevenDays)} of the last seven days, and `;
  return `${capital(`${week}${inDays(total)} in all.`)} Last time was ${when(last)}.`;
}

export function milestoneWords(milestone: Milestone, { pelvicTherapist }: RegionalWords): Wordings {
  if (milestone.kind === 'three-months') {
    return [
      `You've been at this for three months. If your back still bothers you, ${pelvicTherapist} can make a plan just for you.`,
    ];
  }
  const done = inDays(milestone.total);
  if (milestone.total === 14)
    return [`${capital(done)} done. Many people notice some relief from about now, and everyone's pace is their own.`];
  return [`${capital(done)} done, and counting.`, `You've reached ${done}.`, `${capital(done)} are behind you now.`];
}

/** A day of the past as the subject of a sentence. */
export function dayOff({ daysAgo, weekday }: PastDay): string {
  if (daysAgo === 1) return 'Yesterday';
  return daysAgo < 7 ? (WEEKDAYS[weekday] ?? 'One day') : 'One day along the way';
}

function when({ daysAgo, weekday }: PastDay): string {
  if (daysAgo === 0) return 'today';
  if (daysAgo === 1) return 'yesterday';
  return daysAgo < 7 ? `on ${WEEKDAYS[weekday] ?? 'another day'}` : `${inWeeksOrDays(daysAgo)} ago`;
}
