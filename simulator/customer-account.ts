/** What she decided about something that a skill wants to do; `unknown` before she did. */
export type PermissionState = (typeof PERMISSION_STATES)[number];

export const PERMISSION_STATES = ['unknown', 'granted', 'denied'] as const;

/** What is to be known of an account to go on with it later. */
export interface AccountRecord {
  readonly timesEnabled: number;
  readonly isSkillEnabled: boolean;
  readonly decided: Readonly<Record<string, PermissionState>>;
}

/** An Alexa account, as far as one skill goes. */
export interface CustomerAccount {
  /** Another one after the skill was disabled and enabled again. Source: platform sheet section 5, "Profile and people". */
  readonly userId: string;
  readonly isSkillEnabled: boolean;
  permission(scope: string): PermissionState;
  decide(scope: string, state: PermissionState): void;
  /** Every scope that she has decided about, as a request carries it. */
  scopes(): Readonly<Record<string, { readonly status: 'GRANTED' | 'DENIED' }>>;
  /** Her permissions go with the skill. @throws RangeError when it is disabled already */
  disableSkill(): void;
  /** @throws RangeError when it is enabled already */
  enableSkill(): void;
  record(): AccountRecord;
}

const NEW_ACCOUNT: AccountRecord = { timesEnabled: 1, isSkillEnabled: true, decided: {} };

/** Set up an account: a new one, in which the skill is enabled and nothing was permitted or refused yet, or one that was recorded. */
export function createCustomerAccount(recorded: AccountRecord = NEW_ACCOUNT): CustomerAccount {
  const decided = new Map(Object.entries(recorded.decided));
  let { isSkillEnabled, timesEnabled } = recorded;
  const turn = (on: boolean): void => {
    if (isSkillEnabled === on) throw new RangeError(`The skill is ${on ? 'enabled' : 'disabled'} already`);
    isSkillEnabled = on;
  };
  return {
    get userId() {
      return timesEnabled === 1 ? FIRST_USER_ID : `${FIRST_USER_ID}-${timesEnabled}`;
    },
    get isSkillEnabled() {
      return isSkillEnabled;
    },
    permission: (scope) => decided.get(scope) ?? 'unknown',
    decide: (scope, state) => void decided.set(scope, state),
    scopes: () => Object.fromEntries([...decided].flatMap(([scope, state]) => statusOf(scope, state))),
    disableSkill: () => {
      turn(false);
      decided.clear();
    },
    enableSkill: () => {
      turn(true);
      timesEnabled += 1;
    },
    record: () => ({ timesEnabled, isSkillEnabled, decided: Object.fromEntries(decided) }),
  };
}

const FIRST_USER_ID = 'amzn1.ask.account.LOCAL';

function statusOf(
  scope: string,
  state: PermissionState,
): readonly [string, { readonly status: 'GRANTED' | 'DENIED' }][] {
  return state === 'unknown' ? [] : [[scope, { status: state === 'granted' ? 'GRANTED' : 'DENIED' }]];
}
