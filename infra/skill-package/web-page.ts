import type { StoreLanguage } from './disclaimers';

/**
 * Write a page of `docs/` as HTML that can be put on any web host. Knows the Markdown that those pages use and nothing more: headings, paragraphs,
 * lists, tables, bold, code, links and addresses of e-mail.
 */
export function webPage(markdown: string, language: StoreLanguage): string {
  const blocks = markdown.trim().split(/\n{2,}/);
  const title = /^# (.+)$/m.exec(markdown)?.[1] ?? '';
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
${blocks.map(blockOf).join('\n')}
</html>
`;
}

const STYLE =
  'body{font:1rem/1.5 system-ui,sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem}' +
  'table{border-collapse:collapse}td,th{border:1px solid #999;padding:.4rem;text-align:left;vertical-align:top}';

function blockOf(block: string): string {
  const [, marks, heading] = /^(#{1,3}) (.+)$/.exec(block) ?? [];
  if (marks !== undefined && heading !== undefined) return `<h${marks.length}>${inline(heading)}</h${marks.length}>`;
  if (block.startsWith('- ')) return listOf(block);
  if (block.startsWith('| ')) return tableOf(block);
  return `<p>${inline(block)}</p>`;
}

function listOf(block: string): string {
  const items = block.slice(2).split(/\n- /);
  return `<ul>\n${items.map((item) => `<li>${inline(item)}</li>`).join('\n')}\n</ul>`;
}

function tableOf(block: string): string {
  const [head = '', , ...rows] = block.split('\n');
  const row = (line: string, tag: string) => {
    const cells = line.slice(2, -2).split(' | ');
    return `<tr>${cells.map((cell) => `<${tag}>${inline(cell)}</${tag}>`).join('')}</tr>`;
  };
  return `<table>\n${[row(head, 'th'), ...rows.map((line) => row(line, 'td'))].join('\n')}\n</table>`;
}

function inline(text: string): string {
  return escaped(text)
    .replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')
    .replace(/`([^`]+)`/g, '<code>$1</code>')
    .replace(/\[([^\]]+)\]\(([^)]+)\)/g, '<a href="$2">$1</a>')
    .replace(/&lt;([^\s&@]+@[^\s&@]+)&gt;/g, '<a href="mailto:$1">$1</a>');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
