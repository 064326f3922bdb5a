import { DISCLAIMERS } from './disclaimers';
import type { StoreTexts } from './store-texts';

/** What differs from region to region in the store, as in the words that are spoken there. */
interface Region {
  /** What the plank may lean on, beside a chair. */
  readonly couch: string;
  /** Whom she asks before she starts, after "your". */
  readonly professionals: string;
  readonly caesarean: string;
  readonly mom: string;
}

const BRITISH: Region = {
  couch: 'sofa',
  professionals: 'GP, midwife or physiotherapist',
  caesarean: 'caesarean',
  mom: 'mum',
};

const REGIONS = {
  'en-US': {
    couch: 'couch',
    professionals: 'doctor, midwife or physical therapist',
    caesarean: 'cesarean',
    mom: 'mom',
  },
  'en-GB': BRITISH,
  'en-CA': {
    couch: 'couch',
    professionals: 'doctor, midwife or physiotherapist',
    caesarean: 'caesarean',
    mom: 'mom',
  },
  'en-AU': { ...BRITISH, couch: 'couch' },
  'en-IN': { ...BRITISH, professionals: 'doctor, midwife or physiotherapist' },
} satisfies Readonly<Record<string, Region>>;

/** The store's texts in the English of five countries. */
export const ENGLISH_STORE_TEXTS: Readonly<Record<string, StoreTexts>> = Object.fromEntries(
  Object.entries(REGIONS).map(([locale, region]) => [locale, textsOf(region)]),
);

function textsOf(region: Region): StoreTexts {
  return {
    name: 'My Back Routine',
    summary:
      'Four gentle floor exercises for the lower back, often used after pregnancy. Coached aloud in about ten minutes, and your place is always kept.',
    description: descriptionOf(region),
    examplePhrases: [
      'Alexa, start my back routine',
      'Alexa, ask my back routine how many days in a row',
      'Alexa, ask my back routine to remind me every day',
    ],
    keywords: keywordsOf(region),
  };
}

function descriptionOf({ couch, professionals, caesarean }: Region): string {
  return `My Back Routine talks you through a gentle routine for the lower back that is often used after pregnancy: four floor exercises in about ten minutes. Every breath, hold and count is spoken, so there is nothing to look at and nothing to touch.

The four exercises:
- Bridge with knees together and apart, two sets of ten
- Bridge march, two sets of ten
- Donkey kick, ten on each leg
- Elevated plank, three holds of fifteen seconds, with your hands on a chair, a ${couch} or the wall

If the baby cries, say "Alexa, pause". Your place is kept. When you are back, minutes or hours later, say "Alexa, start my back routine", and you go on from the set you were in.

Make it yours. Once the routine is open, you can say:
- "Alexa, I'm ready" to go on
- "Alexa, slower" or "Alexa, easier"
- "Alexa, I only have five minutes"
- "Alexa, whisper", when the baby sleeps
- "Alexa, how do I do a donkey kick?"
- "Alexa, it hurts", to stop and choose an easier form
- "Alexa, how many days in a row?"
- "Alexa, remind me every day at seven", if you would like one daily reminder; Alexa asks for your permission first
- "Alexa, help" at any moment

Your days in a row are counted kindly: one missed day in seven is forgiven, and you can put them on pause when you are unwell or away.

What you need: a clear place on the floor and a steady chair, ${couch} or wall. No account, no other device and no purchase. Put your baby somewhere safe, out of the way of your feet and knees, before you begin.

Your privacy: nothing you say about how you feel is kept. The skill keeps your settings and which exercises you did on which day, so that it can take you back to your place. Say "Alexa, delete my data", or disable the skill, and all of it is removed.

Please read: ${DISCLAIMERS.en} Check with your ${professionals} that you are cleared to exercise before you start, above all after a ${caesarean} or a complicated birth. Begin gently, and stop if anything hurts. If you think you may have a medical emergency, call your local emergency number right away; this skill cannot call for help.`;
}

function keywordsOf({ mom }: Region): readonly string[] {
  return [
    'back routine',
    'back exercises',
    'lower back',
    'postpartum',
    'postnatal',
    'after pregnancy',
    'after birth',
    `new ${mom}`,
    'mother and baby',
    'core strength',
    'floor exercises',
    'gentle exercise',
    'bridge',
    'plank',
    'donkey kick',
    'ten minute workout',
    'guided workout',
    'home workout',
    'daily routine',
    'breathing',
    'days in a row',
    'fitness',
  ];
}
