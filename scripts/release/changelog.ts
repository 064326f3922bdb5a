import { isNewer, isVersion } from './version';

/** What a changelog says under one heading: what is still to be released, or a version with the day it was. */
export type Section = {
  readonly line: number;
  readonly entries: number;
} /** With the version that it is to become, where its heading says one. */ & (
  | { readonly kind: 'unreleased'; readonly version: string | null }
  | { readonly kind: 'released'; readonly version: string; readonly date: string }
);

const UNRELEASED = /^## (?:Unreleased|(\d+\.\d+\.\d+) \(unreleased\))$/;

const RELEASED = /^## (\S+) \((\d{4}-\d{2}-\d{2})\)$/;

/**
 * Read the sections of a changelog, the newest first, as they stand.
 * @throws Error of one line on a heading of another form or out of order: whoever wrote it
 */
export function sectionsOf(changelog: string): readonly Section[] {
  const lines = changelog.split('\n');
  const starts = lines.flatMap((line, index) => (line.startsWith('## ') ? [index] : []));
  const sections = starts.map((start, index): Section => {
    const entries = lines.slice(start + 1, starts[index + 1]).filter((line) => line.startsWith('- ')).length;
    return sectionAt(lines[start] ?? '', start, entries);
  });
  sections.forEach((section, index) => {
    if (!isInOrder(sections[index - 1], section))
      throw new Error(
        `CHANGELOG.md: "${lines[section.line]}" is out of order: the newest comes first, Unreleased before all`,
      );
  });
  return sections;
}

function sectionAt(heading: string, line: number, entries: number): Section {
  const unreleased = UNRELEASED.exec(heading);
  if (unreleased !== null) return { kind: 'unreleased', version: unreleased[1] ?? null, line, entries };
  const [, version = '', date = ''] = RELEASED.exec(heading) ?? [];
  if (isVersion(version) && isDate(date)) return { kind: 'released', version, date, line, entries };
  throw new Error(
    `CHANGELOG.md: "${heading}" is no heading of a release: write "## Unreleased" or "## 1.2.3 (2026-12-31)"`,
  );
}

function isInOrder(above: Section | undefined, below: Section): boolean {
  if (above === undefined) return true;
  if (below.kind === 'unreleased') return false;
  return above.kind === 'unreleased' || (isNewer(above.version, below.version) && above.date >= below.date);
}

/** The newest version that was released; null before the first. */
export function latestIn(changelog: string): Extract<Section, { kind: 'released' }> | null {
  return sectionsOf(changelog).find((section) => section.kind === 'released') ?? null;
}

/**
 * Make what is unreleased a version of a day.
 * @throws Error of one line when there is nothing to release or the heading names another version, or the day comes before the last release's
 */
export function withRelease(changelog: string, version: string, date: string): string {
  if (!isDate(date)) throw new Error(`"${date}" is no date: write it as 2026-12-31`);
  const unreleased = sectionsOf(changelog).find((section) => section.kind === 'unreleased');
  if (unreleased === undefined || unreleased.entries === 0)
    throw new Error(
      'CHANGELOG.md has no entries under "## Unreleased": write what listeners will notice, a "- " line each',
    );
  if (unreleased.version !== null && unreleased.version !== version)
    throw new Error(
      `CHANGELOG.md calls what is unreleased ${unreleased.version}: release that, or write "## Unreleased"`,
    );
  const last = latestIn(changelog);
  if (last !== null && date < last.date)
    throw new Error(`${date} is before ${last.date}, when ${last.version} was released: give a later --date`);
  const lines = changelog.split('\n');
  return lines.with(unreleased.line, `## ${version} (${date})`).join('\n');
}

function isDate(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}
