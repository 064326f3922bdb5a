import { resourcesOf, type Stack } from './stack';

/**
 * Compare the metrics of our own that alarms look at with those that the lines of a log carry in embedded metric format.
 * @param lines - JSON each
 * @returns every such metric as `namespace/name dimension=value`, and those of them that no line carries
 */
export function unseenMetrics(
  stack: Stack,
  lines: readonly string[],
): { readonly watched: readonly string[]; readonly unseen: readonly string[] } {
  const watched = new Set(
    resourcesOf(stack, 'AWS::CloudWatch::Alarm').flatMap(({ properties }) => metricsOf(properties)),
  );
  const carried = new Set(lines.flatMap((line) => metricsIn(JSON.parse(line) as EmbeddedMetrics)));
  return { watched: [...watched].sort(), unseen: [...watched].filter((metric) => !carried.has(metric)).sort() };
}

/** An alarm names one metric, or several under `Metrics`. */
function metricsOf(alarm: AlarmProperties): readonly string[] {
  const several = (alarm.Metrics ?? []).flatMap(({ MetricStat }) =>
    MetricStat === undefined ? [] : [MetricStat.Metric],
  );
  return [alarm, ...several].flatMap(({ Namespace, MetricName, Dimensions = [] }) =>
    Namespace === undefined || MetricName === undefined || Namespace.startsWith('AWS/')
      ? []
      : [
          nameOf(
            Namespace,
            MetricName,
            Dimensions.map(({ Name, Value }) => [Name, Value] as const),
          ),
        ],
  );
}

/** Source: CloudWatch's specification of the embedded metric format. */
function metricsIn(line: EmbeddedMetrics): readonly string[] {
  return (line._aws?.CloudWatchMetrics ?? []).flatMap(({ Namespace, Dimensions, Metrics }) =>
    Dimensions.flatMap((names) =>
      Metrics.filter(({ Name }) => typeof line[Name] === 'number').map(({ Name }) =>
        nameOf(
          Namespace,
          Name,
          names.map((name) => [name, line[name]] as const),
        ),
      ),
    ),
  );
}

function nameOf(namespace: string, name: string, dimensions: readonly (readonly [string, unknown])[]): string {
  return `${namespace}/${name} ${dimensions.map(([key, value]) => `${key}=${value}`).join(' ')}`;
}

interface Metric {
  readonly Namespace?: string;
  readonly MetricName?: string;
  readonly Dimensions?: readonly { readonly Name: string; readonly Value: unknown }[];
}

interface AlarmProperties extends Metric {
  readonly Metrics?: readonly { readonly MetricStat?: { readonly Metric: Metric } }[];
}

interface EmbeddedMetrics {
  readonly [name: string]: unknown;
  readonly _aws?: {
    readonly CloudWatchMetrics: readonly {
      readonly Namespace: string;
      readonly Dimensions: readonly (readonly string[])[];
      readonly Metrics: readonly { readonly Name: string }[];
    }[];
  };
}
