import type { CoachingWords } from '../words';
import { capital, cardinal, inSeconds, leg } from './grammar';

/** The words that lead through sets and rests, whatever the exercise. */
export const coaching: CoachingWords = {
  introduce: (order, name) =>
    ({
      first: `Primero, ${name}.`,
      next: `Ahora, ${name}.`,
      last: `Por último, ${name}.`,
      only: `Vamos con ${name}.`,
    })[order],
  setOf: (set, sets, side) => {
    const which =
      sets === 1 ? 'Una serie' : set === sets ? 'Última serie' : `Serie ${cardinal(set)} de ${cardinal(sets)}`;
    return side === null ? `${which}.` : `${which}, ${leg(side)}.`;
  },
  leadIn: ['Empezamos en cuatro.', 'Vamos en cuatro.', 'Comenzamos en cuatro.'],
  count: (rep) => `${cardinal(rep)},`,
  lastTwo: 'últimas dos,',
  hold: 'Y mantén.',
  halfway: 'A la mitad.',
  keepBreathing: ['Sigue respirando.', 'Respira tranquila.', 'Respira parejo.'],
  countdown: ['Tres.', 'Dos.', 'Uno.'],
  restFor: (seconds) => `Descansa ${inSeconds(seconds)}.`,
  changeSide: (seconds, side) => `${capital(inSeconds(seconds))} para cambiar a la ${leg(side)}.`,
  secondsLeft: (seconds) => `${capital(inSeconds(seconds))}.`,
  easyBreath: ['Respira suave.', 'Suelta el cuerpo.', 'Hombros sueltos.'],
  getIntoPlace: (seconds) => `${capital(inSeconds(seconds))} para colocarte.`,
};
