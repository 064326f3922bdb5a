import type { Slot } from 'ask-sdk-model';

/** Slots as they arrive: a text is the value itself, a list the ids that her word was found to mean. */
export function filledSlots(slots: Readonly<Record<string, string | readonly string[]>>): Record<string, Slot> {
  const entries = Object.entries(slots).map(([name, said]) => [
    name,
    { name, confirmationStatus: 'NONE', ...(typeof said === 'string' ? { value: said } : lookedUp(said)) },
  ]);
  return Object.fromEntries(entries);
}

function lookedUp(ids: readonly string[]): object {
  const resolutionsPerAuthority = ids.map((id) => ({
    authority: 'a',
    status: { code: 'ER_SUCCESS_MATCH' },
    values: [{ value: { name: id, id } }],
  }));
  return { value: 'a word', resolutions: { resolutionsPerAuthority } };
}
