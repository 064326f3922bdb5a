import type { CoachingWords } from '../words';
import { capital, cardinal } from './numbers';

/** The words that lead through sets and rests. */
export const coaching: CoachingWords = {
  introduce: (order, name) =>
    ({
      first: `First, the ${name}.`,
      next: `Next comes the ${name}.`,
      last: `Last one, the ${name}.`,
      only: `This is the ${name}.`,
    })[order],
  setOf: (set, sets, side) => {
    const which = sets === 1 ? 'One set' : set === sets ? 'Last set' : `Set ${cardinal(set)} of ${cardinal(sets)}`;
    return side === null ? `${which}.` : `${which}, ${side} leg.`;
  },
  leadIn: ['Starting in four.', 'We begin in four.', 'Here we go in four.'],
  count: (rep) => `${cardinal(rep)},`,
  lastTwo: 'last two,',
  hold: 'And hold.',
  halfway: 'Halfway.',
  keepBreathing: ['Keep breathing.', 'Breathe quietly.', 'Nice and long.'],
  countdown: ['Three.', 'Two.', 'One.'],
  restFor: (seconds) => `Rest for ${cardinal(seconds)} seconds.`,
  changeSide: (seconds, side) => `${capital(cardinal(seconds))} seconds to change to your ${side} leg.`,
  secondsLeft: (seconds) => `${capital(cardinal(seconds))} seconds.`,
  easyBreath: ['Easy breaths.', 'Let everything soften.', 'Shoulders loose.'],
  getIntoPlace: (seconds) => `${capital(cardinal(seconds))} seconds to get into place.`,
};
