import { loadInteractionModel } from '../../simulator/interaction-model';
import { createUnderstanding } from '../../simulator/understanding';
import { isBuiltIn } from '../../simulator/understanding/built-in-intents';
import { UNSEEN_SENTENCES } from './unseen-sentences';

const model = loadInteractionModel('interaction-model/en-US.json');
const { understand } = createUnderstanding(model);
const ours = UNSEEN_SENTENCES.filter(([, intent]) => !isBuiltIn(intent));
const nobodys = UNSEEN_SENTENCES.filter(([, intent]) => intent === 'AMAZON.FallbackIntent');

describe('sentences that the understanding was not tuned on', () => {
  it('are understood nine times in ten when they are for the skill', () => {
    expect(ours).toHaveLength(30);
    expect(understoodOf(ours)).toBeGreaterThanOrEqual(27);
  });

  it('are let pass, but for one, when they are for nobody', () => {
    expect(nobodys).toHaveLength(13);
    expect(understoodOf(nobodys)).toBeGreaterThanOrEqual(12);
  });
});

function understoodOf(sentences: typeof UNSEEN_SENTENCES): number {
  return sentences.filter(([sentence, intent]) => {
    const understood = understand(sentence, { sessionOpen: true });
    return understood.kind === 'intent' && understood.name === intent;
  }).length;
}
