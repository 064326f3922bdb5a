/** Whether two values say the same, such as a setting and what she set it to once more. */
export function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
