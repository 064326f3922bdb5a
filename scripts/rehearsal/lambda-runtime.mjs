// As much of Lambda's runtime for Node 24 as the rehearsal needs: loads the handler, then answers one invocation at a time over IPC.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const tell = (message) => process.send(message);

/** As the runtime does: `folder/module.export`, and the file in this order. Source: the runtime's own module, user-function.js. */
async function load(root, handler) {
  const [, moduleName, exportName] = /^(.+)\.([^./]+)$/.exec(handler) ?? [];
  if (moduleName === undefined) throw failure('Runtime.MalformedHandlerName', `Bad handler ${handler}`);
  const file = ['.js', '.mjs', '.cjs'].map((end) => path.join(root, moduleName + end)).find((each) => existsSync(each));
  if (file === undefined) throw failure('Runtime.ImportModuleError', `Cannot find module '${moduleName}'`);
  const found = (await import(pathToFileURL(file).href))[exportName];
  if (typeof found !== 'function') throw failure('Runtime.HandlerNotFound', `${handler} is undefined or not exported`);
  if (found.length > 2) throw failure('Runtime.CallbackHandlerDeprecated', `${handler} takes a callback`);
  return found;
}

function failure(name, message) {
  return Object.assign(new Error(message), { name });
}

function told({ name, message }) {
  return `${name}: ${message}`;
}

// The runtime puts a time and an id before what is logged in this way; only what is written past it stays as it is.
for (const level of ['log', 'info', 'warn', 'error']) {
  console[level] = (...words) =>
    process.stdout.write(`${new Date().toISOString()}\trehearsal\t${level.toUpperCase()}\t${words.join(' ')}\n`);
}

try {
  const handler = await load(process.env.LAMBDA_TASK_ROOT, process.env._HANDLER);
  process.on('message', ({ event, context, deadlineMs }) => {
    const getRemainingTimeInMillis = () => deadlineMs - Date.now();
    const answered = async () => handler(JSON.parse(event), { ...context, getRemainingTimeInMillis });
    void answered()
      .then((answer) => ({ kind: 'answered', answer: JSON.stringify(answer) ?? 'null' }))
      .catch((error) => ({ kind: 'failed', error: told(error) }))
      // In kilobytes, on every platform.
      .then((outcome) => tell({ ...outcome, peakBytes: process.resourceUsage().maxRSS * 1024 }));
  });
  tell({ kind: 'loaded', version: process.version, environment: Object.keys(process.env) });
} catch (error) {
  tell({ kind: 'not-loaded', error: told(error) });
}
