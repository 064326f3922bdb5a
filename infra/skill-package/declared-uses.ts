import type { SkillManifest } from './manifest';

/** Something that a skill may only use if its manifest declares it. */
interface DeclaredUse {
  /** As the manifest names it. */
  readonly what: string;
  /** What the source of the skill holds where it is used. */
  readonly mark: RegExp;
}

/**
 * How the code shows what it uses.
 * Source: platform sheet sections 3 to 6: the scope of reminders, the one without which no `person` stands in a request, the event's request type, the
 * directives of interfaces.
 */
export const DECLARED_USES: readonly DeclaredUse[] = [
  { what: 'alexa::alerts:reminders:skill:readwrite', mark: /alexa::alerts:reminders:skill:readwrite/ },
  { what: 'alexa::alerts:timers:skill:readwrite', mark: /alexa::alerts:timers:skill:readwrite/ },
  { what: 'alexa::person_id:read', mark: /\bpersonId\b/ },
  { what: 'alexa::profile:name:read', mark: /alexa::profile:name:read/ },
  { what: 'alexa::profile:given_name:read', mark: /alexa::profile:given_name:read/ },
  { what: 'alexa::profile:email:read', mark: /alexa::profile:email:read/ },
  { what: 'alexa::profile:mobile_number:read', mark: /alexa::profile:mobile_number:read/ },
  { what: 'SKILL_DISABLED', mark: /AlexaSkillEvent\.SkillDisabled/ },
  { what: 'SKILL_ENABLED', mark: /AlexaSkillEvent\.SkillEnabled/ },
  { what: 'ALEXA_PRESENTATION_APL', mark: /Alexa\.Presentation\.APL\.(RenderDocument|ExecuteCommands)/ },
  { what: 'AUDIO_PLAYER', mark: /AudioPlayer\.(Play|Stop|ClearQueue)/ },
  { what: 'VIDEO_APP', mark: /VideoApp\.Launch/ },
];

/** Everything that a manifest declares: permissions, events and interfaces, by their names. */
export function declarationsIn({ permissions = [], events, apis }: SkillManifest): readonly string[] {
  return [
    ...permissions.map(({ name }) => name),
    ...(events?.subscriptions ?? []).flatMap(({ eventName }) => (eventName === undefined ? [] : [eventName])),
    ...(apis?.custom?.interfaces ?? []).map(({ type }) => type),
  ];
}
