/**
 * Stands in for ask-sdk-model in the Lambda bundle. All that ask-sdk-core takes from it at run time is this one class, for skills
 * that are built with an API client. Ours is not: it calls the platform's services itself, and so the clients' 62 KB stay out.
 */
export const services = {
  ServiceClientFactory: class {
    constructor() {
      throw new Error(
        'ask-sdk-model is left out of the Lambda bundle: to use its service clients, remove the alias in infra/lambda-bundle.ts',
      );
    }
  },
};
