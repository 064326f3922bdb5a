/** The two parts of ask-sdk-core that are used. Its own index, a CommonJS module, takes in all others. */
export { DefaultApiClient } from 'ask-sdk-core/dist/service/DefaultApiClient.js';
export { SkillBuilders } from 'ask-sdk-core/dist/skill/SkillBuilders.js';
