const PROTOTYPES = [Object.prototype, Array.prototype, Function.prototype];

/** What every object inherits, noted before anything of the skill ran. */
const PRISTINE = PROTOTYPES.map((prototype) => {
  const descriptors = Object.entries(Object.getOwnPropertyDescriptors(prototype) as PropertyDescriptorMap);
  const values = descriptors.flatMap(([name, { value }]) =>
    value === undefined ? [] : [[name, value as unknown] as const],
  );
  return { prototype, count: Reflect.ownKeys(prototype).length, values };
});

/** Names of what every object inherits that were changed, or all of them where there are more or fewer than there were. */
export function pollution(): readonly string[] {
  return PRISTINE.flatMap(({ prototype, count, values }) => {
    const names = Reflect.ownKeys(prototype);
    if (names.length !== count) return names.map(String);
    return values.filter(([name, value]) => prototype[name as keyof typeof prototype] !== value).map(([name]) => name);
  });
}
