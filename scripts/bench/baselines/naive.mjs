import { DynamoDB } from '@aws-sdk/client-dynamodb';
import { SkillBuilders } from 'ask-sdk-core';

const database = new DynamoDB({ endpoint: process.env.AWS_ENDPOINT_URL_DYNAMODB });
const TableName = process.env.TABLE_NAME;

const skill = SkillBuilders.custom()
  .addRequestHandlers({
    canHandle: () => true,
    async handle({ requestEnvelope, responseBuilder }) {
      const Key = { id: { S: requestEnvelope.session.user.userId } };
      await database.getItem({ TableName, Key });
      await database.updateItem({
        TableName,
        Key,
        UpdateExpression: 'SET #turn = :turn',
        ExpressionAttributeNames: { '#turn': 'turn' },
        ExpressionAttributeValues: { ':turn': { S: requestEnvelope.request.requestId } },
      });
      return responseBuilder.speak('Hello.').reprompt('Say hello.').getResponse();
    },
  })
  .create();

/** The hello world with the whole AWS client, as it is usually written: a read and a write in every turn. */
export const handler = async (event, context) => skill.invoke(event, context);
