import '../../support/seed';
import fc from 'fast-check';
import { EXERCISE_IDS, type ExerciseId } from '../../../lambda/core/routine/exercise';
import type { Line, Standing, Where } from '../../../lambda/core/speech/line';
import { lineText } from '../../../lambda/core/speech/line-text';
import { cardinal, clockTime, counted, joined } from '../../../lambda/core/speech/spanish/grammar';
import { spanish } from '../../../lambda/core/speech/spanish/spanish';
import { speechMs } from '../../../lambda/core/speech/speech-length';
import { endOf } from '../../../lambda/core/timeline/cue';
import { lineTexts } from '../../../scripts/line-texts';
import { cuesOf, wholePlan } from '../../support/plans';

const say = (line: Line): string => lineText(line, spanish, 0);

const standing = (days: number, total: number, doneToday = false): Standing => ({
  days,
  total,
  longest: total,
  doneToday,
});

const MARCH: Where = { exercise: 'bridge-march', set: null, side: null, repsDone: 0 };

describe('a number in Spanish', () => {
  it.each([
    { count: 0, spelt: 'cero' },
    { count: 1, spelt: 'uno' },
    { count: 16, spelt: 'dieciséis' },
    { count: 21, spelt: 'veintiuno' },
    { count: 22, spelt: 'veintidós' },
    { count: 30, spelt: 'treinta' },
    { count: 31, spelt: 'treinta y uno' },
    { count: 99, spelt: 'noventa y nueve' },
    { count: 100, spelt: 'cien' },
    { count: 101, spelt: 'ciento uno' },
    { count: 365, spelt: 'trescientos sesenta y cinco' },
    { count: 500, spelt: 'quinientos' },
    { count: 714, spelt: 'setecientos catorce' },
    { count: 999, spelt: 'novecientos noventa y nueve' },
    { count: 1_000, spelt: 'mil' },
    { count: 1_100, spelt: 'mil cien' },
    { count: 2_026, spelt: 'dos mil veintiséis' },
    { count: 21_001, spelt: 'veintiún mil uno' },
    { count: 100_000, spelt: 'cien mil' },
    { count: 531_741, spelt: 'quinientos treinta y un mil setecientos cuarenta y uno' },
    { count: 999_999, spelt: 'novecientos noventa y nueve mil novecientos noventa y nueve' },
  ])('spells $count out', ({ count, spelt }) => expect(cardinal(count)).toBe(spelt));

  it.each([
    { count: 1, days: 'un día', reps: 'una repetición' },
    { count: 2, days: 'dos días', reps: 'dos repeticiones' },
    { count: 11, days: 'once días', reps: 'once repeticiones' },
    { count: 21, days: 'veintiún días', reps: 'veintiuna repeticiones' },
    { count: 31, days: 'treinta y un días', reps: 'treinta y una repeticiones' },
    { count: 100, days: 'cien días', reps: 'cien repeticiones' },
    { count: 101, days: 'ciento un días', reps: 'ciento una repeticiones' },
    { count: 200, days: 'doscientos días', reps: 'doscientas repeticiones' },
    { count: 521, days: 'quinientos veintiún días', reps: 'quinientas veintiuna repeticiones' },
    { count: 1_000, days: 'mil días', reps: 'mil repeticiones' },
  ])('takes the gender of what it counts: $days, $reps', ({ count, days, reps }) => {
    expect(counted(count, 'día', 'días', 'masculine')).toBe(days);
    expect(counted(count, 'repetición', 'repeticiones', 'feminine')).toBe(reps);
  });

  it('never needs a digit, and no two numbers sound the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999 }), fc.integer({ min: 0, max: 999_999 }), (one, other) => {
        expect(cardinal(one)).toMatch(/^[a-zéóú]+( [a-zéóú]+)*$/);
        expect(cardinal(one) === cardinal(other)).toBe(one === other);
      }),
    );
  });
});

describe('a time on the wall', () => {
  it.each([
    { time: { hour: 0, minute: 0 }, told: 'la medianoche' },
    { time: { hour: 0, minute: 30 }, told: 'las doce y media de la noche' },
    { time: { hour: 1, minute: 0 }, told: 'la una de la madrugada' },
    { time: { hour: 5, minute: 59 }, told: 'las cinco y cincuenta y nueve de la madrugada' },
    { time: { hour: 6, minute: 15 }, told: 'las seis y cuarto de la mañana' },
    { time: { hour: 7, minute: 30 }, told: 'las siete y media de la mañana' },
    { time: { hour: 11, minute: 5 }, told: 'las once y cinco de la mañana' },
    { time: { hour: 12, minute: 0 }, told: 'el mediodía' },
    { time: { hour: 12, minute: 30 }, told: 'las doce y media de la tarde' },
    { time: { hour: 13, minute: 1 }, told: 'la una y uno de la tarde' },
    { time: { hour: 18, minute: 45 }, told: 'las seis y cuarenta y cinco de la tarde' },
    { time: { hour: 19, minute: 0 }, told: 'las siete de la noche' },
    { time: { hour: 23, minute: 59 }, told: 'las once y cincuenta y nueve de la noche' },
  ])('is $told', ({ time, told }) => expect(clockTime(time)).toBe(told));

  it.each([
    { time: { hour: 12, minute: 0 }, text: 'Listo, te lo recuerdo todos los días al mediodía.' },
    { time: { hour: 0, minute: 0 }, text: 'Listo, te lo recuerdo todos los días a la medianoche.' },
    { time: { hour: 13, minute: 0 }, text: 'Listo, te lo recuerdo todos los días a la una de la tarde.' },
    { time: { hour: 7, minute: 30 }, text: 'Listo, te lo recuerdo todos los días a las siete y media de la mañana.' },
  ])('is read back in a sentence: $text', ({ time, text }) => expect(say({ kind: 'reminder-set', time })).toBe(text));
});

describe('a list', () => {
  it.each([
    { items: [], conjunction: 'y', text: '' },
    { items: ['la plancha'], conjunction: 'y', text: 'la plancha' },
    { items: ['la marcha', 'la plancha'], conjunction: 'y', text: 'la marcha y la plancha' },
    { items: ['el puente', 'la marcha', 'la plancha'], conjunction: 'o', text: 'el puente, la marcha o la plancha' },
    { items: ['abre', 'inhala'], conjunction: 'y', text: 'abre e inhala' },
    { items: ['aguja', 'hilo'], conjunction: 'y', text: 'aguja e hilo' },
    { items: ['agua', 'hielo'], conjunction: 'y', text: 'agua y hielo' },
    { items: ['siete', 'ocho'], conjunction: 'o', text: 'siete u ocho' },
    { items: ['ayer', 'hoy'], conjunction: 'o', text: 'ayer u hoy' },
    { items: ['diez', 'once'], conjunction: 'y', text: 'diez y once' },
  ] as const)('is joined as it is said: $text', ({ items, conjunction, text }) =>
    expect(joined(items, conjunction)).toBe(text),
  );
});

describe('how her days are told in Spanish', () => {
  it.each([
    {
      days: 0,
      total: 0,
      left: 4,
      text: 'Tu primer día todavía te espera. Lo de hoy todavía falta: quedan cuatro ejercicios.',
    },
    {
      days: 0,
      total: 5,
      left: 1,
      text: 'Cinco días en total hasta ahora. Lo de hoy todavía falta: queda un ejercicio.',
    },
    {
      days: 4,
      total: 11,
      left: 2,
      text: 'Cuatro días seguidos, once en total. Lo de hoy todavía falta: quedan dos ejercicios.',
    },
  ])('with $days in a row of $total', ({ days, total, left, text }) =>
    expect(say({ kind: 'streak', standing: standing(days, total), exercisesLeft: left })).toBe(text),
  );

  it.each([
    { days: 1, total: 1, text: 'Primer día. Hoy ya cuenta.' },
    { days: 1, total: 9, text: 'Primer día de una nueva racha, nueve en total. Hoy ya cuenta.' },
    { days: 21, total: 21, text: 'Veintiún días seguidos. Hoy ya cuenta.' },
  ])('with today in: $text', ({ days, total, text }) =>
    expect(say({ kind: 'streak', standing: standing(days, total, true), exercisesLeft: 0 })).toBe(text),
  );

  it.each([
    { daysAgo: 1, weekday: 6, text: 'Ayer descansaste, y tus días seguidos continúan.' },
    { daysAgo: 3, weekday: 4, text: 'El jueves descansaste, y tus días seguidos continúan.' },
    { daysAgo: 7, weekday: 0, text: 'Un día descansaste, y tus días seguidos continúan.' },
  ])('with a day forgiven: $text', ({ daysAgo, weekday, text }) =>
    expect(say({ kind: 'forgiven', daysAgo, weekday })).toBe(text),
  );

  it.each([
    { inSevenDays: 0, total: 0, last: null, text: 'Todavía no hay ningún día hecho. El primero te espera.' },
    {
      inSevenDays: 1,
      total: 1,
      last: { daysAgo: 0, weekday: 0 },
      text: 'Llevas un día en los últimos siete. La última vez fue hoy.',
    },
    {
      inSevenDays: 4,
      total: 31,
      last: { daysAgo: 6, weekday: 3 },
      text: 'Llevas cuatro días en los últimos siete, treinta y uno en total. La última vez fue el miércoles.',
    },
    {
      inSevenDays: 0,
      total: 31,
      last: { daysAgo: 21, weekday: 3 },
      text: 'Llevas treinta y un días en total. La última vez fue hace veintiún días.',
    },
  ])('with her progress: $text', ({ text, ...progress }) => expect(say({ kind: 'progress', ...progress })).toBe(text));

  it.each([
    { days: 1, text: 'Listo, tus días seguidos quedan en pausa por un día.' },
    { days: 5, text: 'Listo, tus días seguidos quedan en pausa por cinco días.' },
    { days: 7, text: 'Listo, tus días seguidos quedan en pausa por una semana.' },
    { days: 21, text: 'Listo, tus días seguidos quedan en pausa por tres semanas.' },
  ])('with a pause: $text', ({ days, text }) => expect(say({ kind: 'streak-paused', days })).toBe(text));
});

describe('her place is told in Spanish', () => {
  it.each<{ where: Where; text: string }>([
    { where: MARCH, text: 'Seguimos en la marcha en puente.' },
    {
      where: { exercise: 'bridge-abduction-adduction', set: 1, side: null, repsDone: 1 },
      text: 'Seguimos en la primera serie del puente con rodillas juntas y separadas, con una repetición hecha. Tomamos la serie desde el principio.',
    },
    {
      where: { exercise: 'donkey-kicks', set: 2, side: 'left', repsDone: 9 },
      text: 'Seguimos en la segunda serie de la patada de burro, pierna izquierda, con nueve repeticiones hechas. Tomamos la serie desde el principio.',
    },
    {
      where: { exercise: 'elevated-plank', set: 3, side: null, repsDone: 0 },
      text: 'Seguimos en la tercera serie de la plancha elevada.',
    },
  ])('$text', ({ where, text }) => expect(say({ kind: 'picking-up', where })).toBe(text));

  it.each<{ after: readonly ExerciseId[]; minutes: number; text: string }>([
    { after: [], minutes: 1, text: 'Estás en la marcha en puente. Es el último ejercicio. Falta como un minuto.' },
    {
      after: ['donkey-kicks'],
      minutes: 21,
      text: 'Estás en la marcha en puente. Después viene la patada de burro. Faltan unos veintiún minutos.',
    },
    {
      after: ['donkey-kicks', 'elevated-plank'],
      minutes: 5,
      text: 'Estás en la marcha en puente. Después vienen la patada de burro y la plancha elevada. Faltan unos cinco minutos.',
    },
  ])('with what comes after it: $text', ({ after, minutes, text }) =>
    expect(say({ kind: 'whats-left', where: MARCH, after, minutes })).toBe(text),
  );

  it.each([
    { side: 'left', text: 'Di lista para la segunda serie, pierna izquierda.' },
    { side: 'right', text: 'Di lista para la segunda serie, pierna derecha.' },
    { side: null, text: 'Di lista para la segunda serie.' },
  ] as const)('before a set: $text', ({ side, text }) =>
    expect(say({ kind: 'say-ready-for-set', set: 2, side })).toBe(text),
  );
});

describe('coaching in Spanish', () => {
  const { coaching, exercises } = spanish;

  it('agrees with a leg and with a foot', () => {
    expect(coaching.setOf(1, 2, 'right')).toBe('Serie uno de dos, pierna derecha.');
    expect(coaching.setOf(2, 2, 'left')).toBe('Última serie, pierna izquierda.');
    expect(exercises['bridge-march'].movements.full[0]?.('right', 'standard')).toBe('Pie derecho arriba, exhala.');
    expect(exercises['bridge-march'].movements.full[0]?.('left', 'easier')).toBe('Talón izquierdo arriba, exhala.');
  });

  it.each([
    { id: 'bridge-march', reps: 20, dose: 'Dos series de veinte, diez con cada pie.' },
    { id: 'donkey-kicks', reps: 10, dose: 'Diez con cada pierna, primero la izquierda.' },
    { id: 'elevated-plank', reps: null, dose: 'Tres de veintiún segundos, o lo que aguantes firme.' },
  ] as const)('tells how much there is: $dose', ({ id, reps, dose }) =>
    expect(exercises[id].dose({ difficulty: 'standard', reps, leadSide: 'left', holdSeconds: 21 })).toBe(dose),
  );

  it.each([
    {
      id: 'bridge-abduction-adduction',
      steps: [
        'boca arriba',
        'rodillas dobladas',
        'exhala',
        'abdomen',
        'espalda baja plana',
        'glúteos',
        'sube las caderas',
        'dos segundos',
        'bajen o se inclinen',
      ],
    },
    {
      id: 'bridge-march',
      steps: ['boca arriba', 'exhala', 'abdomen', 'espalda baja plana', 'glúteos', 'un pie', 'diez veces', 'bajen'],
    },
    {
      id: 'donkey-kicks',
      steps: [
        'a gatas',
        'exhala',
        'ombligo hacia la columna',
        'apoyo parejo',
        'mesa',
        'rodilla doblada',
        'techo',
        'paralelas',
        'sin arquear',
      ],
    },
    {
      id: 'elevated-plank',
      steps: [
        'silla',
        'sofá',
        'caja',
        'pared',
        'piernas largas',
        'línea recta',
        'exhala',
        'abdomen hacia la columna',
        'mantén',
        'relaja',
      ],
    },
  ] as const)('tells how to do it, step by step: $id', ({ id, steps }) => {
    const text = say({ kind: 'instructions', exercise: id }).toLowerCase();
    expect(steps.filter((step) => !text.includes(step))).toEqual([]);
    expect(text).toMatch(/más fácil: .+más difícil: /);
  });

  it('says when to breathe out, also to someone who wants few words', () => {
    for (const id of EXERCISE_IDS) {
      const { form, start } = exercises[id];
      expect([form.lean, ...start.lean].join(' ')).toMatch(/exhala/i);
    }
  });

  it.each(['left', 'right'] as const)(
    'takes at most ten minutes from the first word to the last, %s leg first',
    (leadSide) => {
      for (const wording of [0, 1, 2]) {
        const cues = cuesOf({ ...wholePlan({ stops: 'straight-through' }), leadSide, wording }, undefined, spanish);
        const last = cues.at(-1);
        expect(last === undefined ? 0 : endOf(last)).toBeLessThanOrEqual(600_000);
      }
    },
  );
});

describe('a question that may be asked twice', () => {
  it('is short enough for that, save where it reads back an odd minute or tells, once, that it rings at night', () => {
    const asked = lineTexts(spanish).filter(({ kind }) => /^(ask|say)-|^(which-one|still-here)$/.test(kind));
    const long = asked.flatMap(({ texts }) => texts.filter((text) => speechMs(text, spanish.speech) > 6_000));
    expect(long.filter((text) => !/^Suena|y (cincuenta y nueve|cuarenta y cinco) /.test(text))).toEqual([]);
  });
});

describe('what she is told in Spanish', () => {
  it.each<{ line: Line; text: string }>([
    { line: { kind: 'stop-exercise' }, text: 'Detente ahí, por favor, y descansa un momento.' },
    { line: { kind: 'practice' }, text: 'Hoy solo ese.' },
    { line: { kind: 'short-routine', exercises: [], minutes: 2 }, text: 'Hoy algo corto, unos dos minutos.' },
    { line: { kind: 'say-ready-for-exercise', exercise: 'donkey-kicks' }, text: 'Di lista para la patada de burro.' },
    {
      line: { kind: 'difficulty-changed', exercise: 'bridge-march', difficulty: 'easier', dose: null },
      text: 'Vamos con la versión más fácil.',
    },
    {
      line: { kind: 'difficulty-changed', exercise: 'bridge-march', difficulty: 'standard', dose: null },
      text: 'Volvemos a la versión de siempre.',
    },
    {
      line: {
        kind: 'difficulty-changed',
        exercise: 'bridge-march',
        difficulty: 'harder',
        dose: { difficulty: 'harder', reps: 20, leadSide: 'left', holdSeconds: 15 },
      },
      text: 'Hacemos más difícil la marcha en puente. Más veces, con las caderas igual de parejas. Dos series de veinte, diez con cada pie.',
    },
    {
      line: {
        kind: 'difficulty-changed',
        exercise: 'bridge-abduction-adduction',
        difficulty: 'standard',
        dose: { difficulty: 'standard', reps: 10, leadSide: 'left', holdSeconds: 15 },
      },
      text: 'Volvemos al puente con rodillas juntas y separadas de siempre. Dos series de diez.',
    },
    {
      line: { kind: 'streak', standing: standing(4, 11), exercisesLeft: null },
      text: 'Cuatro días seguidos, once en total.',
    },
    {
      line: { kind: 'streak-is-paused', days: 1 },
      text: 'Estás en pausa hasta que termine el día.',
    },
    { line: { kind: 'streak-is-paused', days: 14 }, text: 'Estás en pausa por dos semanas más.' },
    {
      line: { kind: 'finished-without', exercises: ['donkey-kicks'], begun: true },
      text: 'Muy bien. Hoy todavía te da tiempo de hacer la patada de burro, hasta las tres de la madrugada.',
    },
    {
      line: { kind: 'finished-without', exercises: ['donkey-kicks'], begun: false },
      text: 'Hoy todavía te da tiempo de hacer la patada de burro, hasta las tres de la madrugada.',
    },
  ])('$text', ({ line, text }) => expect(say(line)).toBe(text));

  it('names each exercise with its article, also where it is introduced', () => {
    const { coaching, exercises } = spanish;
    const name = exercises['elevated-plank'].name;
    expect((['first', 'next', 'last', 'only'] as const).map((order) => coaching.introduce(order, name))).toEqual([
      'Primero, la plancha elevada.',
      'Ahora, la plancha elevada.',
      'Por último, la plancha elevada.',
      'Vamos con la plancha elevada.',
    ]);
  });
});

describe('help in Spanish', () => {
  it.each([
    { advice: 'emergency', says: ['Detente', 'nueve uno uno'] },
    { advice: 'medical-care', says: ['Detente', 'atención médica'] },
    { advice: 'maternity-service', says: ['Detente', 'doctor', 'partera'] },
    { advice: 'emergency-department', says: ['Detente', 'hoy mismo', 'sala de emergencias'] },
    { advice: 'crisis', says: ['No estás sola', 'nueve ocho ocho', 'en español', 'nueve uno uno', 'estar contigo'] },
  ] as const)('names what to do: $advice', ({ advice, says }) => {
    const text = say({ kind: 'get-help', advice });
    expect(says.filter((words) => !text.includes(words))).toEqual([]);
  });
});
