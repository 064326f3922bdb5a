import type { services } from 'ask-sdk-model';
import { createAccessTokens } from './access-tokens';
import { type AccountRecord, type CustomerAccount, createCustomerAccount } from './customer-account';
import {
  createFakeRemindersService,
  type FakeRemindersService,
  isForReminders,
  type KeptReminder,
} from './fake-reminders-service';
import { createFakeSettingsService, type FakeSettingsService } from './fake-settings-service';

/** One account, and the platform's services that a skill may ask about it; all take the same tokens. */
export interface FakeCustomerServices {
  readonly account: CustomerAccount;
  readonly settings: FakeSettingsService;
  readonly reminders: FakeRemindersService;
  /** What the skill calls them with. */
  readonly apiClient: services.ApiClient;
}

/** What is to be known of a customer to go on with her later. */
export interface CustomerRecord {
  readonly account: AccountRecord;
  readonly reminders: readonly KeptReminder[];
}

/**
 * Make the services of an account.
 * @param zone - IANA name of the time zone that the devices are in
 * @param now - the moment, in epoch milliseconds, by which reminders ring
 * @param recorded - whom to go on with; a new customer when left out
 */
export function createFakeCustomerServices(
  zone: string,
  now: () => number,
  recorded?: CustomerRecord,
): FakeCustomerServices {
  const tokens = createAccessTokens();
  const account = createCustomerAccount(recorded?.account);
  const settings = createFakeSettingsService(zone, tokens);
  const reminders = createFakeRemindersService(tokens, account, now, recorded?.reminders);
  const apiClient: services.ApiClient = {
    invoke: (request) => (isForReminders(request) ? reminders : settings).invoke(request),
  };
  return { account, settings, reminders, apiClient };
}
