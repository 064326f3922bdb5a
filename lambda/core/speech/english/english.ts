import type { Words } from '../words';
import { coaching } from './coaching';
import { ENGLISH_LENGTHS } from './english-lengths';
import { ENGLISH_REGIONS, type EnglishRegion } from './english-regions';
import { exercisesFor } from './exercises';
import { linesFor } from './lines';

/** Everything the skill says, in the English of a region. Every region is timed by the one voice that was measured. */
export function englishFor(region: EnglishRegion): Words {
  const regional = ENGLISH_REGIONS[region];
  const exercises = exercisesFor(regional);
  return { speech: ENGLISH_LENGTHS, exercises, coaching, lines: linesFor(regional, exercises) };
}

/** English as it is spoken in the United States, which whoever speaks no language of ours hears as well. */
export const english: Words = englishFor('en-US');
