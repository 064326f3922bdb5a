import type { Side } from '../../routine/exercise';
import type { ClockTime } from '../../session/progress';

type Gender = 'masculine' | 'feminine';

/**
 * Spell out a whole number from 0 to 999,999, as it is counted: the voice is given words, never digits.
 * @example cardinal(21) // => 'veintiuno'
 */
export function cardinal(count: number): string {
  if (count < 30) return UP_TO_TWENTY_NINE[count] ?? '';
  if (count < 100) return withRest(TENS[Math.floor(count / 10)] ?? '', ' y ', count % 10);
  if (count === 100) return 'cien';
  if (count < 1_000) return withRest(HUNDREDS[Math.floor(count / 100)] ?? '', ' ', count % 100);
  const thousands = Math.floor(count / 1_000);
  return withRest(thousands === 1 ? 'mil' : `${beforeNoun(thousands, 'masculine')} mil`, ' ', count % 1_000);
}

/**
 * Count things, with the number in the form that their gender takes.
 * @example counted(21, 'día', 'días', 'masculine') // => 'veintiún días'
 */
export function counted(count: number, one: string, many: string, gender: Gender): string {
  return `${beforeNoun(count, gender)} ${count === 1 ? one : many}`;
}

/**
 * Tell a time on the wall with its article, in halves of the day as they are called in America.
 * @example clockTime({ hour: 7, minute: 30 }) // => 'las siete y media de la mañana'
 */
export function clockTime({ hour, minute }: ClockTime): string {
  if (minute === 0 && hour === 0) return 'la medianoche';
  if (minute === 0 && hour === 12) return 'el mediodía';
  const onTheDial = hour % 12 === 0 ? 12 : hour % 12;
  const hours = onTheDial === 1 ? 'la una' : `las ${cardinal(onTheDial)}`;
  return `${hours}${minutesPast(minute)} de la ${partOfDay(hour)}`;
}

/** Join what is listed: `y` and `o` give way before their own sound. */
export function joined(items: readonly string[], conjunction: 'y' | 'o'): string {
  const last = items.at(-1) ?? '';
  if (items.length < 2) return last;
  const alike = conjunction === 'y' ? /^h?i(?!e)/i : /^h?o/i;
  const joint = alike.test(last) ? { y: 'e', o: 'u' }[conjunction] : conjunction;
  return `${items.slice(0, -1).join(', ')} ${joint} ${last}`;
}

/** Put `de` before a phrase: the donkey kick's set, or the bridge's. */
export function of(phrase: string): string {
  return `de ${phrase}`.replace(/^de el /, 'del ');
}

/** Put `a` before a phrase. */
export function at(phrase: string): string {
  return `a ${phrase}`.replace(/^a el /, 'al ');
}

/** Right or left, as the gender of what it stands by takes it. */
export function sideWord(side: Side, gender: Gender): string {
  return `${{ left: 'izquierd', right: 'derech' }[side]}${gender === 'feminine' ? 'a' : 'o'}`;
}

export function leg(side: Side): string {
  return `pierna ${sideWord(side, 'feminine')}`;
}

export function inSeconds(count: number): string {
  return counted(count, 'segundo', 'segundos', 'masculine');
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const UP_TO_TWENTY_NINE = (
  'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve ' +
  'veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve'
).split(' ');
const TENS = ['', '', '', 'treinta', 'cuarenta', 'cincuenta', 'sesenta', 'setenta', 'ochenta', 'noventa'];
const HUNDREDS =
  ' ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos'.split(' ');

function withRest(number: string, joint: string, rest: number): string {
  return rest === 0 ? number : `${number}${joint}${cardinal(rest)}`;
}

function beforeNoun(count: number, gender: Gender): string {
  const number = cardinal(count);
  if (gender === 'feminine') return number.replace(/uno$/, 'una').replace(/ientos\b/g, 'ientas');
  return number.replace(/veintiuno$/, 'veintiún').replace(/uno$/, 'un');
}

function minutesPast(minute: number): string {
  if (minute === 0) return '';
  return ` y ${{ 15: 'cuarto', 30: 'media' }[minute] ?? cardinal(minute)}`;
}

/** Half past noon is said of the afternoon, half past midnight of the night. */
function partOfDay(hour: number): string {
  if (hour >= 1 && hour < 6) return 'madrugada';
  if (hour >= 6 && hour < 12) return 'mañana';
  return hour >= 12 && hour < 19 ? 'tarde' : 'noche';
}
