import { EXERCISE_IDS, isExerciseId, otherSide } from '../../../lambda/core/routine/exercise';

describe('the exercises', () => {
  it('are coached in the order in which they are stored and named', () => {
    expect(EXERCISE_IDS).toEqual(['bridge-abduction-adduction', 'bridge-march', 'donkey-kicks', 'elevated-plank']);
  });

  it('are told from any other text', () => {
    expect(isExerciseId('donkey-kicks')).toBe(true);
    expect(['burpees', 'Donkey-Kicks', '', 'constructor', 'toString', '0'].filter(isExerciseId)).toEqual([]);
  });
});

describe('the other side', () => {
  it('is left after right and right after left', () => {
    expect([otherSide('right'), otherSide('left')]).toEqual(['left', 'right']);
  });
});
