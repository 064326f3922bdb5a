import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SaxesParser } from 'saxes';
import { webPage } from '../../infra/skill-package/web-page';
import { writeWebPages } from '../../infra/skill-package/web-pages';

const MARKDOWN = `# Tea & terms

Some **bold** words, a \`field\`
and a [link](other.html); write to <me@tea.example>.

- first
- second,
  longer

| what | why |
| --- | --- |
| \`pk\` | to find it |`;

describe('a page', () => {
  it('is written as HTML that means the same', () => {
    const body = webPage(MARKDOWN, 'en').split('</style>\n')[1];
    expect(body).toBe(`<h1>Tea &amp; terms</h1>
<p>Some <strong>bold</strong> words, a <code>field</code>
and a <a href="other.html">link</a>; write to <a href="mailto:me@tea.example">me@tea.example</a>.</p>
<ul>
<li>first</li>
<li>second,
  longer</li>
</ul>
<table>
<tr><th>what</th><th>why</th></tr>
<tr><td><code>pk</code></td><td>to find it</td></tr>
</table>
</html>
`);
    expect(webPage(MARKDOWN, 'en')).toContain('<title>Tea &amp; terms</title>');
  });

  it('never takes words for tags', () => {
    expect(webPage('# A\n\n<script>alert("x")</script>', 'en')).toContain(
      '<p>&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;</p>',
    );
  });
});

describe('the pages that the store points to', () => {
  let outDir: string;

  beforeEach(() => {
    outDir = mkdtempSync(path.join(tmpdir(), 'web-pages-test-'));
  });
  afterEach(() => rmSync(outDir, { recursive: true }));

  it('are the policy and the terms, with whom to write to and no Markdown left in them', async () => {
    await writeWebPages('you@your.domain', outDir);
    expect(readdirSync(outDir).sort()).toEqual([
      'privacy-policy.es.html',
      'privacy-policy.html',
      'terms-of-use.es.html',
      'terms-of-use.html',
    ]);
    for (const name of readdirSync(outDir)) {
      const page = readFileSync(path.join(outDir, name), 'utf8');
      expect(page).toContain('<a href="mailto:you@your.domain">you@your.domain</a>');
      expect(page).not.toMatch(/my-back-routine\.example|\*\*|`|\n#|\n[|-] /);
      expect(() => parseAsXml(page)).not.toThrow();
      expect(page).toContain(name.includes('.es.') ? '<html lang="es">' : '<html lang="en">');
      const links = [...page.matchAll(/href="([^":]+)"/g)].map(([, file]) => file);
      expect(links.filter((file = '') => !readdirSync(outDir).includes(file))).toEqual([]);
    }
  });

  it('name a contact that nobody has while none is given', async () => {
    await writeWebPages(null, outDir);
    expect(readFileSync(path.join(outDir, 'terms-of-use.html'), 'utf8')).toContain('contact@my-back-routine.example');
  });
});

/** The pages close every tag but `meta`. */
function parseAsXml(page: string): void {
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(page.replace('<!doctype html>\n', '').replace(/<meta[^>]*>\n/g, '')).close();
}
