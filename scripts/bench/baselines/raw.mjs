/** The least a skill can be: a fixed answer, and no dependency. */
export const handler = async () => ({
  version: '1.0',
  response: { outputSpeech: { type: 'SSML', ssml: '<speak>Hello.</speak>' }, shouldEndSession: false },
});
