import type { ExerciseId, Side } from '../../routine/exercise';
import type { ExerciseWords } from '../words';
import { capital, cardinal, inSeconds, sideWord } from './grammar';

const bridgePosition = {
  full: 'Boca arriba, rodillas dobladas, pies en el piso, al ancho de la cadera.',
  lean: 'Boca arriba, rodillas dobladas, pies en el piso.',
};

const bridgeStart = {
  full: ['Inhala.', 'Exhala, abdomen adentro, espalda baja plana, aprieta glúteos y sube.'],
  lean: ['Inhala.', 'Exhala, abdomen adentro, y sube.'],
};

/** The words of each exercise. */
export const exercises: Readonly<Record<ExerciseId, ExerciseWords>> = {
  'bridge-abduction-adduction': {
    name: 'el puente con rodillas juntas y separadas',
    dose: ({ reps }) => `Dos series de ${cardinal(reps ?? 0)}.`,
    position: bridgePosition,
    form: {
      full: 'Caderas siempre arriba, rodillas juntas hasta tocarse, luego abiertas, dos segundos cada vez. Exhala al subir. Caderas parejas.',
      lean: 'Caderas arriba, junta las rodillas, luego ábrelas, dos segundos cada vez.',
    },
    variation: {
      easier: 'Abre menos las rodillas.',
      harder: 'Despacio, con los pies más cerca de ti.',
    },
    start: bridgeStart,
    movements: {
      full: [
        () => 'Junta las rodillas hasta que se toquen, y mantén.',
        (_side, difficulty) => `Ábrelas ${difficulty === 'easier' ? 'un poco' : 'bien'}, y mantén.`,
      ],
      lean: [() => 'junta.', () => 'abre.'],
    },
    finish: ['y baja, despacito.', 'y baja lento, bien sostenido.', 'y baja, buen trabajo.'],
    instructions: {
      steps:
        'Para el puente con rodillas juntas y separadas, acuéstate boca arriba, rodillas dobladas, pies en el piso. Exhala, lleva el abdomen hacia adentro, espalda baja plana, aprieta los glúteos y sube las caderas. Déjalas arriba mientras juntas las rodillas hasta que se toquen, dos segundos, y luego las abres, dos segundos.',
      watchFor: 'Sigue respirando, y no dejes que las caderas bajen o se inclinen.',
      easier: 'Más fácil: abre menos, o baja las caderas entre repeticiones.',
      harder: 'Más difícil: hazlo más lento, con los pies más cerca de ti.',
      purpose: 'Trabaja los glúteos y el abdomen profundo a la vez.',
    },
  },
  'bridge-march': {
    name: 'la marcha en puente',
    dose: ({ reps }) => `Dos series de ${cardinal(reps ?? 0)}, ${cardinal((reps ?? 0) / 2)} con cada pie.`,
    position: bridgePosition,
    form: {
      full: 'En el puente, levanta un pie a la vez, caderas parejas como una bandeja. Exhala al subirlo, inhala al bajarlo.',
      lean: 'Mantén el puente y levanta un pie a la vez, exhala al subirlo, caderas parejas.',
    },
    variation: {
      easier: 'Levanta solo el talón.',
      harder: 'Más veces, con las caderas igual de parejas.',
    },
    start: bridgeStart,
    movements: {
      full: [
        (side, difficulty) => `${difficulty === 'easier' ? 'Talón' : 'Pie'} ${footOf(side)} arriba, exhala.`,
        () => 'Y abajo, inhala.',
      ],
      lean: [(side) => `${footOf(side)}.`, () => 'inhala.'],
    },
    finish: ['y baja, con control.', 'y baja lento, bien firme.', 'y baja, muy buena marcha.'],
    instructions: {
      steps:
        'Para la marcha en puente, acuéstate boca arriba, rodillas dobladas, pies en el piso. Exhala, lleva el abdomen hacia adentro, espalda baja plana, aprieta los glúteos y sube las caderas. Levanta un poco un pie, exhalando, y apóyalo, inhalando. Luego el otro pie, diez veces en total.',
      watchFor: 'No dejes que las caderas bajen o giren hacia un lado.',
      easier: 'Más fácil: levanta solo el talón.',
      harder: 'Más difícil: diez veces con cada pie.',
      purpose: 'Le enseña a tu abdomen a mantener quietas las caderas.',
    },
  },
  'donkey-kicks': {
    name: 'la patada de burro',
    dose: ({ reps, leadSide }) =>
      `${capital(cardinal(reps ?? 0))} con cada pierna, primero la ${sideWord(leadSide, 'feminine')}.`,
    position: {
      full: 'A gatas, manos bajo los hombros, rodillas bajo las caderas, espalda plana como una mesa.',
      lean: 'A gatas, espalda plana como una mesa.',
    },
    form: {
      full: 'Rodilla doblada, empuja un pie al techo. Exhala en la patada, inhala al volver. Apoyo y caderas parejos, sin arquear la espalda.',
      lean: 'Rodilla doblada, un pie al techo, exhala en la patada, caderas parejas.',
    },
    variation: {
      easier: 'Sube menos la pierna, y apoya los antebrazos si así descansan tus muñecas.',
      harder: 'Quédate dos segundos arriba.',
    },
    start: {
      full: ['Inhala.', 'Exhala, ombligo hacia la columna, apoyo parejo.'],
      lean: ['Inhala.', 'Exhala, ombligo adentro.'],
    },
    movements: {
      full: [
        (_side, difficulty) => `Patada arriba, ${difficulty === 'harder' ? 'exhala, y mantén' : 'exhala'}.`,
        () => 'Y vuelve, inhala.',
      ],
      lean: [(_side, difficulty) => (difficulty === 'harder' ? 'sube, y mantén.' : 'sube.'), () => 'inhala.'],
    },
    finish: ['y baja la rodilla, buen control.', 'y baja la rodilla, buen ritmo.', 'y descansa, muy bien.'],
    instructions: {
      steps:
        'Para la patada de burro, ponte a gatas, manos bajo los hombros, rodillas bajo las caderas. Exhala, ombligo hacia la columna, espalda plana como una mesa, apoyo parejo. Con una rodilla doblada, empuja ese pie hacia atrás y arriba, al techo, exhalando, y vuelve inhalando.',
      watchFor: 'Caderas paralelas al piso, y sin arquear la espalda baja.',
      easier: 'Más fácil: sube menos, o apoya los antebrazos.',
      harder: 'Más difícil: quédate dos segundos arriba.',
      purpose: 'Trabaja los glúteos mientras el abdomen cuida la espalda.',
    },
  },
  'elevated-plank': {
    name: 'la plancha elevada',
    dose: ({ holdSeconds }) => `Tres de ${inSeconds(holdSeconds)}, o lo que aguantes firme.`,
    position: {
      full: 'Manos en una silla firme, sofá, caja o pared, piernas largas, el cuerpo en línea recta.',
      lean: 'Manos en la silla o la pared, el cuerpo en línea recta.',
    },
    form: {
      full: 'Abdomen adentro, respira tranquila. Si la barriga se abomba o la espalda se hunde, sube el apoyo, o descansa.',
      lean: 'Abdomen hacia la columna, y sigue respirando.',
    },
    variation: {
      easier: 'Hoy las manos más arriba, en la pared o en algo alto y firme.',
      harder: 'Hoy las manos más abajo, en algo igual de firme.',
    },
    start: {
      full: ['Exhala, abdomen hacia la columna, una línea larga.'],
      lean: ['Exhala, abdomen adentro.'],
    },
    movements: { full: [], lean: [] },
    finish: ['y relaja. Bien sostenida.', 'y relaja. Muy firme.', 'y relaja. Qué buena respiración.'],
    instructions: {
      steps:
        'Para la plancha elevada, pon las manos en una silla firme, el sofá, una caja resistente o la pared, y camina los pies hacia atrás, piernas largas, hasta que tu cuerpo sea una línea recta. Exhala, abdomen hacia la columna, y mantén, respirando tranquila. Luego relaja.',
      watchFor: 'No dejes que las caderas se hundan o suban, y si la barriga se abomba, apóyate más alto o descansa.',
      easier: 'Más fácil: las manos más arriba, o menos segundos.',
      harder: 'Más difícil: un apoyo más bajo.',
      purpose: 'Trabaja el abdomen y la espalda juntos.',
    },
  },
};

function footOf(side: Side | null): string {
  return side === null ? 'otro' : sideWord(side, 'masculine');
}
