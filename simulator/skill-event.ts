import type { Request } from 'ask-sdk-model';
import { callSkill } from './call-skill';
import type { Household } from './echo-device';
import type { Turn } from './happenings';
import { judge, PATIENCE_MS } from './platform-rules';
import { buildEnvelope } from './request-envelope';

/**
 * Tell the skill of something that happened to it outside any session. Whatever it answers is not spoken.
 * Source: platform sheet section 5, "Skill events": no session and no device; `userInformationPersistenceStatus` is field evidence.
 * @param device - under whose name it is recorded
 */
export async function sendSkillEvent(
  house: Household,
  device: string,
  name: 'SkillDisabled' | 'SkillEnabled',
): Promise<Turn> {
  const atMs = house.clock.now();
  const request = eventRequest(`amzn1.echo-api.request.${house.newId()}`, atMs, name);
  const envelope = buildEnvelope(
    {
      skillId: house.skillId,
      userId: house.account.userId,
      scopes: house.account.scopes(),
      personId: null,
      deviceId: null,
      interfaces: {},
      apiEndpoint: house.apiEndpoint,
      apiAccessToken: null,
      session: null,
    },
    request,
  );
  const { outcome, answeredInMs } = await callSkill(house.handler, envelope, PATIENCE_MS);
  const judged = { requestType: request.type, locale: house.locale(), interfaces: [], outcome, answeredInMs };
  const turn: Turn = {
    kind: 'turn',
    device,
    atMs,
    heard: null,
    bargedInAtMs: null,
    understood: null,
    request: envelope,
    response: outcome.kind === 'answered' ? outcome.envelope : null,
    answeredInMs,
    speech: null,
    says: '',
    course: [],
    sessionOpen: false,
    breaches: await judge({ ...judged, speechLength: house.speechLength }),
  };
  house.record(turn);
  return turn;
}

function eventRequest(requestId: string, atMs: number, name: 'SkillDisabled' | 'SkillEnabled'): Request {
  const timestamp = new Date(atMs).toISOString().replace(/\.\d+Z$/, 'Z');
  const event = { requestId, timestamp, eventCreationTime: timestamp, eventPublishingTime: timestamp };
  if (name === 'SkillEnabled') return { type: 'AlexaSkillEvent.SkillEnabled', ...event };
  // The field is missing from the SDK's type.
  const body = { userInformationPersistenceStatus: 'NOT_PERSISTED' };
  return { type: 'AlexaSkillEvent.SkillDisabled', ...event, body } as Request;
}
