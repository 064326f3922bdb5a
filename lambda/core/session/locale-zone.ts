const ZONES: Readonly<Record<string, string>> = {
  'en-US': 'America/New_York',
  'en-CA': 'America/Toronto',
  'en-GB': 'Europe/London',
  'en-AU': 'Australia/Sydney',
  'en-IN': 'Asia/Kolkata',
  'es-US': 'America/New_York',
};

/** The IANA zone to go by when neither the device nor an earlier day tells one: where most people of a locale live. */
export function zoneOf(locale: string): string {
  return (Object.hasOwn(ZONES, locale) ? ZONES[locale] : undefined) ?? 'UTC';
}
