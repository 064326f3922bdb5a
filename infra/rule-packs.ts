import { Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import type { IConstruct } from 'constructs';

/**
 * Hold every template of the app to cdk-nag's rules for AWS solutions and for serverless ones: synthesis fails on a finding that nobody acknowledged.
 * An acknowledgement stands beside the construct it is for, with its reason.
 */
export function holdToRulePacks(app: IConstruct): void {
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
}
