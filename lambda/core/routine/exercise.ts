/** The four exercises of the routine, in the order they are coached. The ids are stored and stand in the interaction model: never rename one. */
export const EXERCISE_IDS = ['bridge-abduction-adduction', 'bridge-march', 'donkey-kicks', 'elevated-plank'] as const;

export type ExerciseId = (typeof EXERCISE_IDS)[number];

export type Side = 'left' | 'right';

/** Which form and dose of an exercise. */
export const DIFFICULTIES = ['easier', 'standard', 'harder'] as const;

export type Difficulty = (typeof DIFFICULTIES)[number];

/** Tell whether a text from outside names an exercise. */
export function isExerciseId(text: string): text is ExerciseId {
  return (EXERCISE_IDS as readonly string[]).includes(text);
}

/** The leg that a session leads with when the last one led with `side`. */
export function otherSide(side: Side): Side {
  return side === 'right' ? 'left' : 'right';
}
