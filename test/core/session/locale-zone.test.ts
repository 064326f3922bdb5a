import { zoneOf } from '../../../lambda/core/session/locale-zone';

it.each([
  { locale: 'en-US', zone: 'America/New_York' },
  { locale: 'en-CA', zone: 'America/Toronto' },
  { locale: 'en-GB', zone: 'Europe/London' },
  { locale: 'en-AU', zone: 'Australia/Sydney' },
  { locale: 'en-IN', zone: 'Asia/Kolkata' },
  { locale: 'es-US', zone: 'America/New_York' },
])('takes a device that tells no zone for one where most of its people live: $locale', ({ locale, zone }) => {
  expect(zoneOf(locale)).toBe(zone);
});

it.each(['pt-BR', '', 'toString', '__proto__'])('goes by world time where it knows nothing: "%s"', (locale) => {
  expect(zoneOf(locale)).toBe('UTC');
});
