import { DEFAULT_DELIVERY } from '../routine/plan';
import type { Profile } from './progress';

/** What is kept about someone who was never here. */
export const NEW_PROFILE: Profile = {
  delivery: DEFAULT_DELIVERY,
  difficulty: {
    'bridge-abduction-adduction': 'standard',
    'bridge-march': 'standard',
    'donkey-kicks': 'standard',
    'elevated-plank': 'standard',
  },
  disclaimerHeardOn: null,
  pauses: [],
  reminder: null,
};
