import { TOPICS, type Topic } from '../../safety/back-pain';
import type { Advice } from '../../safety/symptom';
import { pick, type Wordings } from '../words';
import type { RegionalWords } from './english-regions';

/**
 * What to do now, in a sentence, and never why. Nothing is offered that we cannot do: a skill cannot call.
 * Source: domain sheet section 3, group A.
 */
export function helpNow(advice: Advice, region: RegionalWords): string {
  switch (advice) {
    case 'emergency':
      return `Please stop, and call ${region.emergencyNumber} now.`;
    case 'medical-care':
      return 'Please stop, sit or lie down safely, and get medical care now.';
    case 'maternity-service':
      return `Please stop, and call ${region.maternityService} now.`;
    case 'emergency-department':
      return `Please stop, and go to ${region.emergencyDepartment} today.`;
    case 'crisis':
      return `I'm glad you said it, and you're not alone. You can ${region.crisisLine}, at any hour, or call ${region.emergencyNumber} if anyone is in danger. Please ask someone you trust to come and be with you.`;
  }
}

/** Every answer begins with one of them. Source: design section 5. */
const NOTES: Wordings = [
  "This is general information, and everyone's back is different.",
  'I can only give general information, as every back is its own.',
  "Here's some general information. Yours may be different.",
];

/** What is told of a topic about her back; in one session each topic has another note. Source: design section 10, softened by domain sheet section 1. */
export function aboutBackPain(topic: Topic, region: RegionalWords): Wordings {
  const about = ABOUT[topic](region);
  const noted = (wording: number): string => `${pick(NOTES, TOPICS.indexOf(topic) + wording)} ${about}`;
  return [noted(0), noted(1), noted(2)];
}

const ABOUT: Readonly<Record<Topic, (region: RegionalWords) => string>> = {
  causes: ({ diaper, dishes }) =>
    `Often it's posture, or a core that's still getting its strength back, or both. The growing belly pulled on your back and stretched the muscles in front, and many keep that posture after the birth. Then the back does much of the work alone: lifting the baby, ${dishes}, bending over to change a ${diaper}.`,
  relief: () =>
    'Many find it helps to work belly and back together, as a plank does, to let the back relax, and to mind their posture. Doing it often counts for more than doing much: small pockets of the day are enough, like ten minutes before the children get up.',
  'recovery-time': () =>
    'It depends on where you start, and on how regularly you practice. With daily practice, many notice some relief in as little as two weeks, and getting strong can take a few months.',
  'professional-help': ({ pelvicTherapist }) =>
    `If your back still bothers you after a few months, ${pelvicTherapist} can make a plan of your own. Get help right away for chest pain, fainting, heavy bleeding, fever, a swollen leg, numbness between your legs, or new trouble with bladder or bowel.`,
  safety: ({ doctor }) =>
    `First, check with your ${doctor} that you can exercise; after a cesarean or a complicated birth, that comes later. Begin gently. Stop if you feel pain, dizziness, leaking or heaviness, or if your belly domes. Breastfeeding is no obstacle.`,
};
