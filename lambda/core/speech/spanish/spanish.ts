import type { Words } from '../words';
import { coaching } from './coaching';
import { exercises } from './exercises';
import { lines } from './lines';
import { SPANISH_LENGTHS } from './spanish-lengths';

/** Everything the skill says, in Spanish as mothers in the United States speak it. */
export const spanish: Words = { speech: SPANISH_LENGTHS, exercises, coaching, lines };
