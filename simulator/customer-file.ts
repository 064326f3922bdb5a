import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataFolderError } from './embedded-database';
import type { CustomerRecord } from './fake-customer-services';

/** Where, in a data folder, her account and her reminders are kept between runs. */
export const CUSTOMER_FILE = 'customer.json';

/**
 * Read what is kept of a customer; undefined where nothing is.
 * @throws DataFolderError when the file cannot be read as what we wrote
 */
export function readCustomer(folder: string): CustomerRecord | undefined {
  const path = join(folder, CUSTOMER_FILE);
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as CustomerRecord;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new DataFolderError(`${path} cannot be read: remove it, or forget everything with --fresh.`, { cause });
  }
}

/** Keep a customer for the next run. */
export function writeCustomer(folder: string, record: CustomerRecord): void {
  writeFileSync(join(folder, CUSTOMER_FILE), JSON.stringify(record, null, 2));
}
