import { oneModel } from '../../scripts/understanding/one-model';
import type { InteractionModel } from '../../simulator/interaction-model-shape';

const at = (locale: string, seat: string, synonyms: readonly string[]): InteractionModel => ({
  locale,
  invocationName: 'tea timer',
  intents: [{ name: 'SitIntent', slots: [], samples: ['sit down', `sit on the ${seat}`] }],
  slotTypes: [{ name: 'SEAT', values: [{ id: 'couch', name: seat, synonyms }] }],
});

it('says once whatever is said in any of the regions', () => {
  const { intents, slotTypes } = oneModel([
    at('en-US', 'couch', ['big couch']),
    at('en-GB', 'sofa', ['settee', 'big couch']),
  ]);
  expect(intents[0]?.samples).toEqual(['sit down', 'sit on the couch', 'sit on the sofa']);
  expect(slotTypes[0]?.values).toEqual([
    { id: 'couch', name: 'couch', synonyms: ['couch', 'big couch', 'sofa', 'settee'] },
  ]);
});
