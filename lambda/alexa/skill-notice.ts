import type { Request } from 'ask-sdk-model';

/** Something that the platform tells the skill outside any session, to which nothing may be said. */
export type SkillNotice =
  /** She disabled the skill, and everything of hers is to go. */
  | 'farewell'
  /** Nothing is to be done about it. */
  | 'noted'
  | 'unknown';

/**
 * Read a request that came without a session. Notices come late, twice and in any order. A skill that is disabled is kept in mind by the platform
 * only where it says so (`PERSISTED`); the field is missing from ask-sdk-model's type. Source: platform sheet section 5, "Skill events".
 */
export function readNotice(request: Request): SkillNotice {
  if (request.type === 'AlexaSkillEvent.SkillDisabled') {
    const { body } = request as { readonly body?: { readonly userInformationPersistenceStatus?: unknown } };
    return body?.userInformationPersistenceStatus === 'PERSISTED' ? 'noted' : 'farewell';
  }
  return /^(AlexaSkillEvent|Reminders)\./.test(request.type) ? 'noted' : 'unknown';
}
