import type { Workspace } from '../bench/workspace';
import { startStandInAws } from './stand-in-aws';
import { CDK, type CloudAssembly } from './synthesise';

/** What would lie in S3 after `cdk publish-assets`, by `bucket/key`. */
export type Published = ReadonlyMap<string, Buffer>;

/**
 * Have the CDK itself pack and upload what the assembly holds, to a server of ours in place of AWS.
 * @throws Error with what the command complained of
 */
export async function publish({ dir, run }: Workspace, assembly: CloudAssembly): Promise<Published> {
  const aws = await startStandInAws();
  try {
    await run(process.execPath, [CDK, 'publish-assets', '--unstable=publish-assets', '--app', assembly.dir], {
      cwd: dir, // nothing of the repository's cdk.json
      env: {
        PATH: process.env.PATH,
        HOME: dir, // nobody's real keys
        AWS_ACCESS_KEY_ID: 'REHEARSAL',
        AWS_SECRET_ACCESS_KEY: 'none',
        AWS_REGION: assembly.region,
        AWS_ENDPOINT_URL: aws.endpoint,
        AWS_EC2_METADATA_DISABLED: 'true',
        AWS_REQUEST_CHECKSUM_CALCULATION: 'WHEN_REQUIRED', // a body as it is, without a checksum behind it
        CDK_DISABLE_CLI_TELEMETRY: 'true',
      },
      timeoutMs: 120_000,
    });
    if (aws.unanswered.length > 0)
      throw new Error(`the stand-in for AWS has no answer to ${aws.unanswered.join(', ')}`);
    return aws.objects;
  } finally {
    await aws.close();
  }
}

/** @throws Error of one line when the template names what was not uploaded */
export function objectAt(published: Published, bucket: unknown, key: unknown): Buffer {
  const object = published.get(`${bucket}/${key}`);
  if (object === undefined) throw new Error(`The template names ${bucket}/${key}, which was not uploaded`);
  return object;
}
