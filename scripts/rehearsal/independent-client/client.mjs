// An Echo in its own process: virtual-alexa, told over IPC what happens to it, asking over IPC for what the function answers.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { VirtualAlexa } = createRequire(import.meta.url)('virtual-alexa');

const answers = [];

/** The device of one listener, in one language. */
function deviceFor({ locale, modelFile, skillId, userId, deviceId }) {
  const alexa = VirtualAlexa.Builder()
    .interactionModel(JSON.parse(readFileSync(modelFile, 'utf8')))
    .locale(locale)
    .applicationID(skillId)
    .handler(ask)
    .create();
  alexa.context().user().setID(userId);
  alexa.context().device().setID(deviceId);
  alexa.context().device().audioPlayerSupported(false);
  return alexa;
}

/** One request at a time is on its way, so that answers come in the order of requests. */
function ask(event) {
  process.send({ kind: 'asks', event });
  return new Promise((resolve, reject) => answers.push({ resolve, reject }));
}

const WAYS = {
  launch: (alexa) => alexa.launch(),
  say: (alexa, words) => alexa.utter(words),
  intend: (alexa, intent) => alexa.intend(intent),
  'say-damaged': (alexa, words) => alexa.utter(words),
  disable: (alexa) => {
    const request = alexa.request().requestType('AlexaSkillEvent.SkillDisabled');
    return request.set('request.body', { userInformationPersistenceStatus: 'NOT_PERSISTED' }).send();
  },
};

let alexa;

async function turn({ way, words, timestamp }) {
  const asItCameFromHere = (event) => {
    event.request.timestamp = timestamp;
    // There is no settings service here: a request without an address for it is what a device may send as well.
    delete event.context.System.apiEndpoint;
    if (way === 'say-damaged') event.session.attributes.state = {};
  };
  alexa.filter(asItCameFromHere);
  return WAYS[way](alexa, words);
}

process.on('message', (message) => {
  switch (message.kind) {
    case 'device':
      alexa = deviceFor(message);
      return process.send({ kind: 'heard', response: null });
    case 'turn':
      return turn(message).then(
        (response) => process.send({ kind: 'heard', response: JSON.parse(JSON.stringify(response)) }),
        (error) => process.send({ kind: 'failed', error: error instanceof Error ? error.message : String(error) }),
      );
    case 'answer':
      return answers.shift().resolve(message.answer);
    case 'refusal':
      return answers.shift().reject(new Error(message.error));
  }
});
