import type { ClockTime } from '../../session/progress';

const UP_TO_NINETEEN = (
  'zero one two three four five six seven eight nine ten ' +
  'eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
).split(' ');
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/** Spells out a whole number from 0 to 999,999: the voice is given words, never digits. */
export function cardinal(count: number): string {
  if (count < 20) return UP_TO_NINETEEN[count] ?? '';
  if (count < 100) return withRest(TENS[Math.floor(count / 10)] ?? '', '-', count % 10);
  if (count < 1_000) return withRest(`${cardinal(Math.floor(count / 100))} hundred`, ' ', count % 100);
  return withRest(`${cardinal(Math.floor(count / 1_000))} thousand`, ' ', count % 1_000);
}

export function inDays(count: number): string {
  return counted(count, 'day');
}

/**
 * A length of time ahead of her or behind her: whole weeks are told as such.
 * @example inWeeksOrDays(14, 'more ') // => 'two more weeks'
 */
export function inWeeksOrDays(days: number, more: '' | 'more ' = ''): string {
  return days % 7 === 0 ? counted(days / 7, `${more}week`) : counted(days, `${more}day`);
}

export function inMinutes(count: number): string {
  return count === 1 ? 'a minute' : `${cardinal(count)} minutes`;
}

/** @example clockTime({ hour: 19, minute: 5 }) // => 'seven oh five in the evening' */
export function clockTime({ hour, minute }: ClockTime): string {
  if (minute === 0 && hour % 12 === 0) return hour === 0 ? 'midnight' : 'noon';
  const minutes = minute === 0 ? '' : minute < 10 ? ` oh ${cardinal(minute)}` : ` ${cardinal(minute)}`;
  return `${cardinal(hour % 12 || 12)}${minutes} ${partOfDay(hour)}`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function counted(count: number, thing: string): string {
  return `${cardinal(count)} ${thing}${count === 1 ? '' : 's'}`;
}

function partOfDay(hour: number): string {
  if (hour === 0 || hour >= 21) return 'at night';
  if (hour < 12) return 'in the morning';
  return hour < 17 ? 'in the afternoon' : 'in the evening';
}

function withRest(number: string, joint: string, rest: number): string {
  return rest === 0 ? number : `${number}${joint}${cardinal(rest)}`;
}
