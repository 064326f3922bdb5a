import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DefaultApiClient } from 'ask-sdk-core';
import type { RequestEnvelope, services } from 'ask-sdk-model';
import { deviceZoneOf } from '../../lambda/alexa/device-zone';

const TOKEN = 'a-token';
const ENOUGH_MS = 2_000;
const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

describe('the zone that the settings service tells', () => {
  it('is what it answers, and it is asked once, as it wants to be asked', async () => {
    const asked: IncomingMessage[] = [];
    const endpoint = await serve((request, response) => {
      asked.push(request);
      response.writeHead(200, { 'content-type': 'application/json' }).end('"Europe/Berlin"');
    });
    expect(await zoneFrom(endpoint, ENOUGH_MS, 'a device/1?')).toEqual({ kind: 'known', zone: 'Europe/Berlin' });
    expect(asked.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'GET /v2/devices/a%20device%2F1%3F/settings/System.timeZone',
    ]);
    expect(asked[0]?.headers.authorization).toBe('Bearer a-token');
  });

  it.each([
    { answer: 'a name written without quotes', status: 200, body: 'Europe/Berlin', zone: 'Europe/Berlin' },
    { answer: 'a name with space around it', status: 200, body: ' "Asia/Kolkata"\n', zone: 'Asia/Kolkata' },
  ])('is taken from $answer', async ({ status, body, zone }) => {
    expect(await zoneFrom(await answering(status, body), ENOUGH_MS)).toEqual({ kind: 'known', zone });
  });

  it.each([
    { answer: '204', status: 204, body: '', reason: 'not-set' },
    { answer: '401', status: 401, body: '{"code":"INVALID_TOKEN"}', reason: 'refused' },
    { answer: '403', status: 403, body: '', reason: 'refused' },
    { answer: '429', status: 429, body: '', reason: 'refused' },
    { answer: '500', status: 500, body: '"Europe/Berlin"', reason: 'refused' },
    { answer: 'a page', status: 200, body: '<html>sorry</html>', reason: 'nonsense' },
    { answer: 'nothing', status: 200, body: '', reason: 'nonsense' },
    { answer: 'null', status: 200, body: 'null', reason: 'nonsense' },
    { answer: 'a zone that does not exist', status: 200, body: '"Mars/Olympus"', reason: 'nonsense' },
    { answer: 'an offset, which has no clock changes', status: 200, body: '"+02:00"', reason: 'nonsense' },
    { answer: 'an object', status: 200, body: '{"zone":"Europe/Berlin"}', reason: 'nonsense' },
  ])('is unknown when it answers $answer', async ({ status, body, reason }) => {
    expect(await zoneFrom(await answering(status, body), ENOUGH_MS)).toEqual({ kind: 'unknown', reason });
  });

  it.each([
    { rule: 'never answers', respond: () => {} },
    {
      rule: 'stops in the middle of its answer',
      respond: ((_, response) => response.writeHead(200).write('"Europe')) as RequestListener,
    },
  ])('is not waited for any longer than allowed when it $rule', async ({ respond }) => {
    const endpoint = await serve(respond);
    const startedMs = performance.now();
    expect(await zoneFrom(endpoint, 60)).toEqual({ kind: 'unknown', reason: 'timeout' });
    expect(performance.now() - startedMs).toBeLessThan(500);
  });

  it('is unknown when nobody listens there', async () => {
    const endpoint = await answering(200, '"Europe/Berlin"');
    for (const close of closing.splice(0)) await close();
    expect(await zoneFrom(endpoint, ENOUGH_MS)).toEqual({ kind: 'unknown', reason: 'unreachable' });
  });

  it('is unknown when the connection breaks', async () => {
    const endpoint = await serve((request) => request.socket.destroy());
    expect(await zoneFrom(endpoint, ENOUGH_MS)).toEqual({ kind: 'unknown', reason: 'unreachable' });
  });

  it.each(['http://127.0.0.1:99999999', 'no address', 'ftp://127.0.0.1'])(
    'is unknown when it is said to live at "%s"',
    async (endpoint) => {
      expect(await zoneFrom(endpoint, ENOUGH_MS)).toEqual({ kind: 'unknown', reason: 'unreachable' });
    },
  );

  it('is unknown when the question cannot even be put', async () => {
    const client: services.ApiClient = {
      invoke: () => {
        throw new TypeError('Invalid URL');
      },
    };
    expect(await deviceZoneOf(envelopeAt('http://[::1', 'a-device'), client, ENOUGH_MS)).toEqual({
      kind: 'unknown',
      reason: 'unreachable',
    });
  });

  it.each([
    { missing: 'the device', system: { apiEndpoint: 'http://127.0.0.1:1', apiAccessToken: TOKEN } },
    { missing: "the device's id", system: { device: {}, apiEndpoint: 'http://127.0.0.1:1', apiAccessToken: TOKEN } },
    { missing: 'the address', system: { device: { deviceId: 'd' }, apiAccessToken: TOKEN } },
    { missing: 'the token', system: { device: { deviceId: 'd' }, apiEndpoint: 'http://127.0.0.1:1' } },
  ])('is not asked for without $missing', async ({ system }) => {
    const client = { invoke: jest.fn() };
    const envelope = { context: { System: system } } as unknown as RequestEnvelope;
    expect(await deviceZoneOf(envelope, client, ENOUGH_MS)).toEqual({ kind: 'unknown', reason: 'no-device' });
    expect(client.invoke).not.toHaveBeenCalled();
  });
});

function zoneFrom(apiEndpoint: string, timeoutMs: number, deviceId = 'a-device') {
  return deviceZoneOf(envelopeAt(apiEndpoint, deviceId), new DefaultApiClient(), timeoutMs);
}

function envelopeAt(apiEndpoint: string, deviceId: string): RequestEnvelope {
  const System = { device: { deviceId }, apiEndpoint, apiAccessToken: TOKEN };
  return { context: { System } } as unknown as RequestEnvelope;
}

function answering(status: number, body: string): Promise<string> {
  return serve((_, response) => response.writeHead(status, { 'content-type': 'application/json' }).end(body));
}

async function serve(respond: RequestListener): Promise<string> {
  const server = createServer(respond).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  closing.push(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  return `http://127.0.0.1:${port}`;
}
