/** A version as we release it: three numbers, no more. Source: semver.org, items 2, 9 and 11. */
const VERSION = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/;

export function isVersion(text: string): boolean {
  return VERSION.test(text);
}

/** Whether one version comes after another; both as {@link isVersion} knows them. */
export function isNewer(one: string, other: string): boolean {
  const [ours, theirs] = [numbersOf(one), numbersOf(other)];
  const first = ours.findIndex((number, index) => number !== theirs[index]);
  return first >= 0 && (ours[first] ?? 0) > (theirs[first] ?? 0);
}

function numbersOf(version: string): readonly number[] {
  return version.split('.').map(Number);
}
