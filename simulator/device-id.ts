const PREFIX = 'amzn1.ask.device.';

/** The id by which requests and reminders know a device. */
export function deviceIdOf(name: string): string {
  return `${PREFIX}${name}`;
}

/** The device that such an id belongs to. */
export function deviceNameOf(deviceId: string): string {
  return deviceId.slice(PREFIX.length);
}
