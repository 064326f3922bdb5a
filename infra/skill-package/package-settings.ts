import { isEmailAddress } from '../email-address';

/** What the package takes from whoever publishes it; null where nothing was given. */
export interface PackageSettings {
  /** The folder on the web where the pages can be read, without a slash at its end. */
  readonly pagesUrl: string | null;
  /** Whom a reader of the pages can write to. */
  readonly contactEmail: string | null;
}

/** Stand in for what was not given. No one can own them: RFC 2606 reserves the name. */
export const PAGES_URL_TO_BE_GIVEN = 'https://my-back-routine.example';
export const CONTACT_TO_BE_GIVEN = 'contact@my-back-routine.example';

/**
 * Read PAGES_URL and CONTACT_EMAIL, which may be absent.
 * @throws Error with one line per fault: the publisher's
 */
export function readPackageSettings({ PAGES_URL, CONTACT_EMAIL }: NodeJS.ProcessEnv): PackageSettings {
  const pagesUrl = PAGES_URL?.replace(/\/$/, '') || null;
  const contactEmail = CONTACT_EMAIL || null;
  const faults = [
    ...(pagesUrl === null || (URL.canParse(pagesUrl) && new URL(pagesUrl).protocol === 'https:')
      ? []
      : [`PAGES_URL "${PAGES_URL}" is no address of a folder: give one such as https://you.github.io/my-back-routine`]),
    ...(contactEmail === null || isEmailAddress(contactEmail)
      ? []
      : [`CONTACT_EMAIL "${CONTACT_EMAIL}" is no e-mail address: give one such as you@your.domain`]),
  ];
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return { pagesUrl, contactEmail };
}

/** Why a package made with these settings must not be submitted; none when it may be. */
export function cautionsOf({ pagesUrl, contactEmail }: PackageSettings): readonly string[] {
  return [
    ...(pagesUrl === null
      ? [
          `not for the store: privacy policy and terms point to ${PAGES_URL_TO_BE_GIVEN}; set PAGES_URL to where they are published`,
        ]
      : []),
    ...(contactEmail === null
      ? [
          `not for the store: the pages name ${CONTACT_TO_BE_GIVEN}; set CONTACT_EMAIL to an address that somebody reads`,
        ]
      : []),
  ];
}
