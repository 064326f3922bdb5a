import type { interfaces, Response } from 'ask-sdk-model';

/** Something that a skill leaves to Alexa: to ask for permissions, or what she can make nothing of, and why. */
export type Connection =
  | { readonly kind: 'permission'; readonly scopes: readonly string[]; readonly token?: string }
  | { readonly kind: 'faulty'; readonly faults: readonly string[]; readonly token?: string };

/**
 * Find what a response leaves to Alexa; null when nothing.
 * Source: "Voice-Forward Consent API Reference" (read in its opening: type, uri, input, token) and, for the names inside `input`, the
 * source of published skills, which agree.
 */
export function connectionIn({ directives = [] }: Response): Connection | null {
  const found = directives.find(({ type }) => type === 'Connections.StartConnection');
  if (!found) return null;
  const directive = found as interfaces.connections.V1.StartConnectionDirective;
  const token = directive.token === undefined ? {} : { token: directive.token };
  const faults = faultsOf(directive);
  return faults.length > 0
    ? { kind: 'faulty', faults, ...token }
    : { kind: 'permission', scopes: scopesIn(directive), ...token };
}

/** What may be asked for by voice. Source: platform sheet section 5; other scopes exist, and no skill here needs them. */
const SCOPES: ReadonlySet<string> = new Set([
  'alexa::alerts:reminders:skill:readwrite',
  'alexa::alerts:timers:skill:readwrite',
  'alexa::profile:name:read',
  'alexa::profile:given_name:read',
  'alexa::profile:email:read',
  'alexa::profile:mobile_number:read',
]);

const URI = 'connection://AMAZON.AskForPermissionsConsent/2';

function faultsOf({ uri, input = {}, onCompletion }: interfaces.connections.V1.StartConnectionDirective): string[] {
  const asked = wishesIn(input);
  return [
    ...(uri === URI ? [] : [`the uri is ${JSON.stringify(uri)}, not ${URI}`]),
    ...(input['@type'] === 'AskForPermissionsConsentRequest'
      ? []
      : [`input @type is ${JSON.stringify(input['@type'])}`]),
    ...(input['@version'] === '2' ? [] : [`input @version is ${JSON.stringify(input['@version'])}, not "2"`]),
    ...(asked.length > 0 ? [] : ['it asks for no permission']),
    ...asked.flatMap(({ permissionScope: scope, consentLevel: level }) => [
      ...(SCOPES.has(String(scope)) ? [] : [`the scope ${JSON.stringify(scope)} is not known`]),
      ...(['ACCOUNT', 'PERSON'].includes(String(level)) ? [] : [`the consent level is ${JSON.stringify(level)}`]),
    ]),
    ...(onCompletion === undefined || onCompletion === 'RESUME_SESSION'
      ? []
      : [`${onCompletion} never brings her answer`]),
  ];
}

function scopesIn({ input = {} }: interfaces.connections.V1.StartConnectionDirective): readonly string[] {
  return wishesIn(input).map(({ permissionScope }) => String(permissionScope));
}

interface Wish {
  readonly permissionScope?: unknown;
  readonly consentLevel?: unknown;
}

function wishesIn({ permissionScopes }: { readonly [field: string]: unknown }): readonly Wish[] {
  return Array.isArray(permissionScopes) ? permissionScopes.map((wish: Wish | null) => wish ?? {}) : [];
}
