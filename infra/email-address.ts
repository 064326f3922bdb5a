/** Whether a text can be one address of e-mail: neither two of them nor one with a name. Whether anybody is there, only a letter tells. */
export function isEmailAddress(text: string): boolean {
  return /^[^\s@<>",]+@[^\s@<>",]+\.[^\s@<>",]+$/.test(text);
}
