import { TOPICS, type Topic } from '../../safety/back-pain';
import type { Advice } from '../../safety/symptom';
import { pick, type Wordings } from '../words';

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

/** Every answer begins with one of them. Source: design section 5. */
const NOTES: Wordings = [
  'Es información general, y cada espalda es distinta.',
  'Solo puedo darte información general.',
  'Te doy información general, que puede no ser tu caso.',
];

/** What is told of a topic about her back; in one session each topic has another note. Source: design section 10. */
export function aboutBackPain(topic: Topic): Wordings {
  const noted = (wording: number): string => `${pick(NOTES, TOPICS.indexOf(topic) + wording)} ${ABOUT[topic]}`;
  return [noted(0), noted(1), noted(2)];
}

const ABOUT: Readonly<Record<Topic, string>> = {
  causes:
    'Muchas veces es la postura, un abdomen con menos fuerza, o las dos cosas. En el embarazo la barriga jala la espalda, los músculos de la espalda baja se tensan y los abdominales se estiran. Después, la espalda hace de más al cargar al bebé, lavar los platos o agacharse a cambiar un pañal.',
  relief:
    'A muchas les ayuda darle fuerza otra vez al abdomen, relajar la espalda y cuidar la postura. Los ejercicios que usan abdomen y espalda juntos, como la plancha, suelen ayudar más que los de pura espalda. La constancia cuenta: bastan ratitos, como diez minutos antes de que despierten los niños.',
  'recovery-time':
    'Depende de cómo empiezas y de qué tan seguido practicas. Practicando a diario, muchas personas notan algo de alivio en unas dos semanas, y tomar fuerza puede llevar unos meses. Cada quien va a su paso.',
  'professional-help':
    'Si después de unos meses todavía te molesta la espalda, una fisioterapeuta de piso pélvico puede evaluarte y hacerte un plan a tu medida. Busca ayuda enseguida si hay dolor de pecho, desmayo, sangrado abundante, fiebre, una pierna hinchada, adormecimiento entre las piernas, o problemas nuevos para orinar o evacuar.',
  safety:
    'Primero confirma con tu doctor o tu partera que ya puedes hacer ejercicio; después de una cesárea o de un parto complicado, eso viene más tarde. Empieza suave. Detente si algo te duele, te mareas o sangras, si se te escapa orina o sientes pesadez, o si la barriga se abomba. Dar pecho no lo impide.',
};
