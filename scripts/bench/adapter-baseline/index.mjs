import { SkillBuilders } from 'ask-sdk';
import aws from 'aws-sdk';

const skill = SkillBuilders.standard()
  .withTableName(process.env.TABLE_NAME)
  .withDynamoDbClient(new aws.DynamoDB({ endpoint: process.env.AWS_ENDPOINT_URL_DYNAMODB }))
  .addRequestHandlers({
    canHandle: () => true,
    async handle({ requestEnvelope, attributesManager, responseBuilder }) {
      await attributesManager.getPersistentAttributes();
      attributesManager.setPersistentAttributes({ turn: requestEnvelope.request.requestId });
      await attributesManager.savePersistentAttributes();
      return responseBuilder.speak('Hello.').reprompt('Say hello.').getResponse();
    },
  })
  .create();

/** The hello world with the ask-sdk's own DynamoDB adapter: a read and a write in every turn. */
export const handler = async (event, context) => skill.invoke(event, context);
