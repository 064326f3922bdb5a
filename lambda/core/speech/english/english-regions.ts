/** Where English is spoken, by the platform's locales. */
export type EnglishRegion = 'en-US' | 'en-GB' | 'en-CA' | 'en-AU' | 'en-IN';

/** What differs from region to region. Phrases stand as they are spoken: numbers are spelt out, one digit at a time where that is how they are said. */
export interface RegionalWords {
  readonly couch: string;
  readonly diaper: string;
  readonly dishes: string;
  /** Whom she would ask first, after "your". */
  readonly doctor: string;
  /** With its article. */
  readonly pelvicTherapist: string;
  /** Whom she calls about something after the birth, after "call". */
  readonly maternityService: string;
  readonly emergencyDepartment: string;
  readonly emergencyNumber: string;
  /** How to reach somebody to talk to, at any hour, after "you can". */
  readonly crisisLine: string;
}

const NORTH_AMERICAN = {
  couch: 'couch',
  diaper: 'diaper',
  dishes: 'doing the dishes',
  doctor: 'doctor or midwife',
  emergencyNumber: 'nine one one',
};

const PHYSIOTHERAPIST = { pelvicTherapist: 'a pelvic health physiotherapist' };

/**
 * The regions. **Every number and service has to be checked by a person before each release**: a wrong one is worse than none.
 * Source: domain sheet section 3, which asks for numbers by country and for that check. They stand here as commonly published, none of them
 * was dialled: US and Canada 911, and 988 by call or text; UK 999, and Samaritans 116 123; Australia 000, and Lifeline 13 11 14;
 * India 112, and Tele MANAS 14416.
 */
export const ENGLISH_REGIONS: Readonly<Record<EnglishRegion, RegionalWords>> = {
  'en-US': {
    ...NORTH_AMERICAN,
    pelvicTherapist: 'a pelvic floor physical therapist',
    maternityService: 'your doctor or midwife',
    emergencyDepartment: 'the emergency room',
    crisisLine: 'call or text nine eight eight, the Crisis Lifeline',
  },
  'en-GB': {
    ...PHYSIOTHERAPIST,
    couch: 'sofa',
    diaper: 'nappy',
    dishes: 'washing up',
    doctor: 'G P or midwife',
    maternityService: 'your maternity unit or your G P',
    emergencyDepartment: 'A and E',
    emergencyNumber: 'nine nine nine',
    crisisLine: 'call Samaritans on one one six, one two three',
  },
  'en-CA': {
    ...NORTH_AMERICAN,
    ...PHYSIOTHERAPIST,
    maternityService: 'your doctor or midwife',
    emergencyDepartment: 'the emergency department',
    crisisLine: 'call or text nine eight eight, the crisis helpline',
  },
  'en-AU': {
    ...PHYSIOTHERAPIST,
    couch: 'couch',
    diaper: 'nappy',
    dishes: 'washing up',
    doctor: 'G P or midwife',
    maternityService: 'your maternity unit or your G P',
    emergencyDepartment: 'the emergency department',
    emergencyNumber: 'triple zero',
    crisisLine: 'call Lifeline on thirteen, eleven, fourteen',
  },
  'en-IN': {
    ...PHYSIOTHERAPIST,
    couch: 'sofa',
    diaper: 'diaper',
    dishes: 'washing up',
    doctor: 'doctor or midwife',
    maternityService: 'your doctor or your maternity hospital',
    emergencyDepartment: 'a hospital emergency department',
    emergencyNumber: 'one one two',
    crisisLine: 'call Tele Manas on one four four one six',
  },
};
