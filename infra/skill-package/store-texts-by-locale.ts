import { ENGLISH_STORE_TEXTS } from './english-store-texts';
import { SPANISH_STORE_TEXTS } from './spanish-store-texts';
import type { StoreTexts } from './store-texts';

/** Every locale that the skill is offered in. */
export const STORE_TEXTS: Readonly<Record<string, StoreTexts>> = { ...ENGLISH_STORE_TEXTS, ...SPANISH_STORE_TEXTS };
