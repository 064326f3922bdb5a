import type { Topic } from '../../safety/back-pain';
import type { Advice } from '../../safety/symptom';

/**
 * What to do when help is needed. **The numbers have to be checked by a person before each release**: a wrong one is worse than none.
 * United States: 911, and 988, which has help in Spanish (by call after pressing two, by text after the word ayuda), as commonly
 * published; none of them was dialled. Source of the groups: domain sheet section 3.
 */
export const GET_HELP: Readonly<Record<Advice, string>> = {
  emergency: 'Detente ya, y llama al nueve uno uno, o pídele a alguien que llame.',
  'medical-care':
    'Detente, y siéntate o acuéstate donde estés segura. Busca atención médica ahora. Si empeora, llama al nueve uno uno.',
  'maternity-service':
    'Detente, y llama ahora a tu doctor o a tu partera. Si no te contestan, ve a la sala de emergencias.',
  'emergency-department':
    'Detente. Esto lo tienen que ver hoy mismo en la sala de emergencias. Pídele a alguien que te lleve.',
  crisis:
    'Gracias por decírmelo. No estás sola. Llama al nueve ocho ocho y oprime dos, o manda la palabra ayuda al nueve ocho ocho: hay ayuda en español a toda hora. Si hay peligro ahora, llama al nueve uno uno. Y pídele a alguien de confianza que venga a estar contigo.',
};

/** What she may ask about her back, with the note that it is general. Source: design section 10. */
export const BACK_PAIN: Readonly<Record<Topic, string>> = {
  causes:
    'Es información general: muchas veces es la postura, un abdomen con menos fuerza, o las dos cosas. En el embarazo la barriga jala la espalda, los músculos de la espalda baja se tensan y los abdominales se estiran. Después, la espalda hace de más al cargar al bebé, lavar platos o cambiar un pañal.',
  relief:
    'Es información general: ayuda volver a darle fuerza al abdomen, relajar la espalda y cuidar la postura. Los ejercicios que usan abdomen y espalda juntos, como la plancha, ayudan más que los de pura espalda. La constancia cuenta: bastan ratitos, como diez minutos antes de que despierten los niños.',
  'recovery-time':
    'Es información general: depende de cómo empiezas y de qué tan seguido practicas. Practicando a diario, muchas personas notan algo de alivio en unas dos semanas, y tomar fuerza puede llevar unos meses. Cada quien va a su paso.',
  'professional-help':
    'Es información general: si después de unos meses todavía te molesta, una fisioterapeuta de piso pélvico puede evaluarte y hacerte un plan a tu medida. Y no esperes si hay dolor fuerte, sangrado, fiebre, mareo o adormecimiento: busca atención médica enseguida.',
  safety:
    'Es información general: empieza cuando tu doctor o tu partera te diga que ya puedes hacer ejercicio; después de una cesárea o de complicaciones, más tarde. Empieza suave, y detente si algo te duele, si te mareas o si sangras. Dar pecho no lo impide.',
};
