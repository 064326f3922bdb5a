import { SkillBuilders } from 'ask-sdk-core';

const skill = SkillBuilders.custom()
  .addRequestHandlers(
    {
      canHandle: ({ requestEnvelope }) => requestEnvelope.request.type === 'LaunchRequest',
      handle: ({ responseBuilder }) => responseBuilder.speak('Hello.').reprompt('Say hello.').getResponse(),
    },
    {
      canHandle: ({ requestEnvelope }) => requestEnvelope.request.type === 'IntentRequest',
      handle: ({ responseBuilder }) => responseBuilder.speak('Hello again.').reprompt('Say hello.').getResponse(),
    },
  )
  .create();

/** A hello world with ask-sdk-core: the least a skill of this kind comes to. */
export const handler = async (event, context) => skill.invoke(event, context);
