import { parseArgs } from 'node:util';
import { ALEXA_REGIONS } from '../deployment';
import { ENDPOINT_TO_BE_PUT_IN } from './manifest';

export interface PackageOptions {
  /** Refuse a package that must not be submitted to the store. */
  readonly publish: boolean;
  /** The ARN of the function that answers; undefined when it will be put in later. */
  readonly endpoint: string | undefined;
  readonly help: boolean;
}

export const PACKAGE_USAGE = `Usage: npm run package -- [options]

Checks the skill package and writes it into dist/skill-package, and the pages that it points to into dist/pages.

  --endpoint ARN   the function that answers, as the stack's output EndpointArn gives it
  --publish        refuse what the store must not be given, and say why
  --help           show this

PAGES_URL        where dist/pages is published, such as https://you.github.io/my-back-routine
CONTACT_EMAIL    whom a reader of those pages can write to`;

/** Source: "Lambda function ARN" in the AWS general reference. */
const FUNCTION_ARN = /^arn:aws:lambda:(?<region>[a-z]{2}(-[a-z]+)+-\d):\d{12}:function:[\w-]+(:[\w-]+)?$/;

/** @throws Error of one line that names what is wrong with the arguments: whoever typed them */
export function readPackageOptions(args: readonly string[]): PackageOptions {
  const { publish, endpoint, help } = parse(args);
  if (endpoint !== undefined) refuseWhatCannotAnswer(endpoint);
  if (publish && !help && endpoint === undefined) {
    throw new Error(
      "--publish needs --endpoint: give the stack's output EndpointArn, or let cdk deploy send the package",
    );
  }
  return { publish, endpoint, help };
}

function refuseWhatCannotAnswer(endpoint: string): void {
  const region = FUNCTION_ARN.exec(endpoint)?.groups?.region;
  if (region === undefined) {
    throw new Error(
      `--endpoint "${endpoint}" is no ARN of a function: give arn:aws:lambda:<region>:<account>:function:<name>`,
    );
  }
  if (endpoint === ENDPOINT_TO_BE_PUT_IN) {
    throw new Error("--endpoint is the one that stands in for nobody's function: give the stack's output EndpointArn");
  }
  if (!ALEXA_REGIONS.includes(region))
    throw new Error(`--endpoint: Alexa invokes no function in ${region}: give one in ${ALEXA_REGIONS.join(', ')}`);
}

function parse(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        endpoint: { type: 'string' },
        publish: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    return { ...values, endpoint: values.endpoint };
  } catch (error) {
    throw new Error(`${(error as Error).message.split('. ')[0]}: see npm run package -- --help`, { cause: error });
  }
}
