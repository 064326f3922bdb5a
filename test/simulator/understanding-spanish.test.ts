import { readInteractionModel } from '../../simulator/interaction-model';
import { createUnderstanding, type Understood } from '../../simulator/understanding';

/** A skill about baking bread, in Spanish. */
const model = readInteractionModel(
  {
    interactionModel: {
      languageModel: {
        invocationName: 'mi pan casero',
        intents: [
          {
            name: 'BakeIntent',
            slots: [
              { name: 'bread', type: 'BREAD' },
              { name: 'loaves', type: 'AMAZON.NUMBER' },
            ],
            samples: [
              'quiero hornear',
              'vamos a hornear',
              'hornea {bread}',
              'hornea {loaves} panes',
              'hornea {loaves} piezas de {bread}',
              '{loaves}',
            ],
          },
          { name: 'ReadyIntent', samples: ['estoy lista', 'ya terminé', 'ya está la masa'] },
          {
            name: 'HowIntent',
            slots: [{ name: 'bread', type: 'BREAD' }],
            samples: ['cómo se hace el {bread}', 'explícame la masa'],
          },
          { name: 'StepIntent', samples: ['cuál es el siguiente paso', 'cuántos pasos faltan'] },
          {
            name: 'RestIntent',
            slots: [{ name: 'duration', type: 'AMAZON.DURATION' }],
            samples: ['déjala reposar {duration}'],
          },
          {
            name: 'RemindIntent',
            slots: [{ name: 'time', type: 'AMAZON.TIME' }],
            samples: ['avísame a las {time}', 'avísame {time}', '{time}'],
          },
          ...'Cancel Fallback Help NavigateHome Stop Yes No Repeat Next Previous Pause Resume StartOver'
            .split(' ')
            .map((name) => ({ name: `AMAZON.${name}Intent` })),
        ],
        types: [
          {
            name: 'BREAD',
            values: [
              { id: 'rye', name: { value: 'pan de centeno', synonyms: ['centeno'] } },
              { id: 'sweet', name: { value: 'pan de piña', synonyms: ['pan dulce'] } },
            ],
          },
        ],
      },
    },
  },
  'a baker',
  'es-US',
);
const { understand } = createUnderstanding(model, 'es-US');

describe('what she says in Spanish', () => {
  it.each([
    ['Alexa, abre mi pan casero', 'launch'],
    ['abre la skill mi pan casero por favor', 'launch'],
    ['¿Puedes abrir mi pan casero?', 'launch'],
    ['empieza mi pan casero', 'launch'],
    ['quiero hablar con mi pan casero', 'launch'],
    ['MI PAN CASERO', 'launch'],
    ['pídele a mi pan casero que repita', 'AMAZON.RepeatIntent'],
    ['dile a mi pan casero que ya terminé', 'ReadyIntent'],
    ['pregúntale a mi pan casero cuántos pasos faltan', 'StepIntent'],
    ['abre mi pan casero y explícame la masa', 'HowIntent'],
    ['quiero hornear con mi pan casero', 'BakeIntent'],
    ['¿cuál es el siguiente paso en mi pan casero?', 'StepIntent'],
    ['me encanta mi pan casero', 'not-for-us'],
    ['estoy lista', 'not-for-us'],
  ])('reaches the skill by its name, or does not: "%s"', (sentence, expected) => {
    expect(nameOf(understand(sentence, { sessionOpen: false }))).toBe(expected);
  });

  it.each([
    ['¡Ayuda!', 'AMAZON.HelpIntent'],
    ['Ayúdame, por favor', 'AMAZON.HelpIntent'],
    ['cancela', 'AMAZON.CancelIntent'],
    ['para', 'AMAZON.StopIntent'],
    ['Alexa, detente', 'AMAZON.StopIntent'],
    ['Sí.', 'AMAZON.YesIntent'],
    ['si', 'AMAZON.YesIntent'],
    ['claro', 'AMAZON.YesIntent'],
    ['no', 'AMAZON.NoIntent'],
    ['No, gracias', 'AMAZON.NoIntent'],
    ['repite por favor', 'AMAZON.RepeatIntent'],
    ['siguiente', 'AMAZON.NextIntent'],
    ['atrás', 'AMAZON.PreviousIntent'],
    ['anterior', 'AMAZON.PreviousIntent'],
    ['pausa', 'AMAZON.PauseIntent'],
    ['bueno, continúa', 'AMAZON.ResumeIntent'],
    ['sigue', 'AMAZON.ResumeIntent'],
    ['empieza de nuevo', 'AMAZON.StartOverIntent'],
  ])('is a built-in wish: "%s"', (sentence, intent) => expect(nameOf(heard(sentence))).toBe(intent));

  it.each([
    ['¿Cómo se hace el pan de piña?', 'HowIntent'],
    ['como se hace el pan de pina', 'HowIntent'],
    ['CÓMO SE HACE EL CENTENO', 'HowIntent'],
    ['oye, explicame la masa', 'HowIntent'],
    ['me puedes explicar la masa', 'HowIntent'],
    ['ya termine', 'ReadyIntent'],
    ['pues ya estoy lista', 'ReadyIntent'],
    ['horneamos centeno', 'BakeIntent'],
    ['¿cuántos pasos me faltan?', 'StepIntent'],
    ['no estoy lista', 'AMAZON.FallbackIntent'],
    ['no quiero hornear', 'AMAZON.FallbackIntent'],
    ['¿qué tiempo hace?', 'AMAZON.FallbackIntent'],
    ['llama a mi mamá', 'AMAZON.FallbackIntent'],
    ['dónde están las llaves', 'AMAZON.FallbackIntent'],
    ['pon un temporizador de diez minutos', 'AMAZON.FallbackIntent'],
  ])('is understood as people type and bend it: "%s"', (sentence, intent) => {
    expect(nameOf(heard(sentence))).toBe(intent);
  });

  it('has the value she names resolved, with or without its tilde', () => {
    for (const sentence of ['hornea pan de piña', 'hornea pan de pina']) {
      expect(heard(sentence)).toMatchObject({
        slots: { bread: { resolutions: { resolutionsPerAuthority: [{ values: [{ value: { id: 'sweet' } }] }] } } },
      });
    }
  });

  it.each([
    ['hornea cinco panes', '5'],
    ['hornea dieciséis panes', '16'],
    ['hornea veintidós panes', '22'],
    ['hornea treinta y cinco panes', '35'],
    ['hornea cien panes', '100'],
    ['hornea ciento veinte panes', '120'],
    ['hornea doscientos cincuenta y un panes', '251'],
    ['hornea mil doscientos panes', '1200'],
    ['hornea dos mil panes', '2000'],
    ['hornea 12 panes', '12'],
    ['hornea menos tres panes', '-3'],
    ['hornea un par de panes', '2'],
    ['hornea varios panes', '?'],
    ['hornea dos y medio panes', '?'],
    ['quince', '15'],
  ])('has a number in "%s"', (sentence, value) => expect(slotOf(sentence, 'BakeIntent', 'loaves')).toBe(value));

  it.each([
    ['déjala reposar diez minutos', 'PT10M'],
    ['déjala reposar media hora', 'PT30M'],
    ['déjala reposar una hora y media', 'PT1H30M'],
    ['dejala reposar una hora y diez minutos', 'PT1H10M'],
    ['déjala reposar dos semanas', 'P2W'],
    ['déjala reposar un par de días', 'P2D'],
    ['déjala reposar tres días', 'P3D'],
    ['déjala reposar un mes y medio', 'P1M15D'],
    ['déjala reposar dos años', 'P2Y'],
    ['déjala reposar una quincena', 'P2W'],
  ])('has a length of time in "%s"', (sentence, value) =>
    expect(slotOf(sentence, 'RestIntent', 'duration')).toBe(value),
  );

  it.each([
    ['avísame a las siete', '07:00'],
    ['avísame a las siete y media', '07:30'],
    ['avísame a las siete y cuarto', '07:15'],
    ['avísame a las ocho menos cuarto', '07:45'],
    ['avísame a un cuarto para las ocho', '07:45'],
    ['avísame diez para las ocho', '07:50'],
    ['avísame a las siete y veinticinco', '07:25'],
    ['avísame a las siete treinta', '07:30'],
    ['avísame a las 7:30 pm', '19:30'],
    ['avísame a las siete de la tarde', '19:00'],
    ['avísame a las siete y media de la noche', '19:30'],
    ['avísame a las seis de la mañana', '06:00'],
    ['avísame a las tres de la madrugada', '03:00'],
    ['avísame a la una', '01:00'],
    ['avísame al mediodía', '12:00'],
    ['avísame a medianoche', '00:00'],
    ['avísame por la mañana', 'MO'],
    ['avísame esta tarde', 'AF'],
    ['avísame en la noche', 'NI'],
    ['a las siete y media', '07:30'],
  ])('has a time of day in "%s"', (sentence, value) => expect(slotOf(sentence, 'RemindIntent', 'time')).toBe(value));

  it('has several slots of one sentence filled', () => {
    expect(heard('hornea tres piezas de centeno')).toMatchObject({
      slots: { loaves: { value: '3' }, bread: { value: 'centeno' } },
    });
  });
});

describe('the language', () => {
  it("is the model's own when nothing else is said", () => {
    expect(createUnderstanding(model).understand('abre mi pan casero', { sessionOpen: false })).toEqual({
      kind: 'launch',
    });
  });

  it('is refused when nobody wrote it down', () => {
    expect(() => createUnderstanding(model, 'fr-CA')).toThrow('fr-CA');
  });
});

function heard(sentence: string): Understood {
  return understand(sentence, { sessionOpen: true });
}

function nameOf(understood: Understood): string {
  return understood.kind === 'intent' ? understood.name : understood.kind;
}

function slotOf(sentence: string, intent: string, slot: string): string | undefined {
  const understood = heard(sentence);
  expect(nameOf(understood)).toBe(intent);
  return understood.kind === 'intent' ? understood.slots[slot]?.value : undefined;
}
