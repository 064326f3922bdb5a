import { services } from 'ask-sdk-model';
import { createFakeSettingsService, type FakeSettingsService } from '../../simulator/fake-settings-service';

/** Ask as a skill does, through the SDK's own client. */
function ask(settings: FakeSettingsService, authorizationValue = settings.issueToken()): Promise<string> {
  const { apiEndpoint } = settings;
  return new services.ups.UpsServiceClient({ apiClient: settings, apiEndpoint, authorizationValue }).getSystemTimeZone(
    'd1',
  );
}

it('tells the zone that the devices are in, and notices when they travel', async () => {
  const settings = createFakeSettingsService('America/New_York');
  expect(await ask(settings)).toBe('America/New_York');
  settings.moveTo('Europe/London');
  expect(await ask(settings)).toBe('Europe/London');
  expect([settings.zone, settings.calls]).toEqual(['Europe/London', 2]);
});

it('refuses a token that nobody was given', async () => {
  await expect(ask(createFakeSettingsService('UTC'), 'stolen')).rejects.toMatchObject({ statusCode: 401 });
});

it('knows no other setting', async () => {
  const settings = createFakeSettingsService('UTC');
  const url = `${settings.apiEndpoint}/v2/devices/d1/settings/System.distanceUnits`;
  const headers = [{ key: 'Authorization', value: `Bearer ${settings.issueToken()}` }];
  expect(await settings.invoke({ url, method: 'GET', headers })).toMatchObject({ statusCode: 404 });
});

it.each(['401', '403', '500'] as const)('can answer %s, and recover', async (status) => {
  const settings = createFakeSettingsService('UTC');
  settings.trouble(status);
  await expect(ask(settings)).rejects.toMatchObject({ statusCode: Number(status) });
  settings.trouble(null);
  expect(await ask(settings)).toBe('UTC');
});

it('can have nothing to tell, tell nonsense, or not be there', async () => {
  const settings = createFakeSettingsService('UTC');
  settings.trouble('204');
  expect(await ask(settings)).toBeUndefined();
  settings.trouble('garbage');
  await expect(ask(settings)).rejects.toThrow('parse');
  settings.trouble('unreachable');
  await expect(ask(settings)).rejects.toThrow('ECONNREFUSED');
});

it('can keep a skill waiting for ever', async () => {
  const settings = createFakeSettingsService('UTC');
  settings.trouble('hang');
  const later = new Promise((resolve) => setTimeout(resolve, 20, 'still waiting'));
  expect(await Promise.race([ask(settings), later])).toBe('still waiting');
});
