import type { services } from 'ask-sdk-model';

/** For whom a token was issued, and what with. */
export interface TokenBearer {
  readonly userId: string;
  readonly deviceId: string;
  readonly locale: string;
}

/** The tokens that requests carry, by which the platform's services know who asks. */
export interface AccessTokens {
  /** Without a bearer it is good for services that want to know nobody. */
  issue(bearer?: TokenBearer): string;
  /** Null for a token that was never issued, or where there is none. */
  holderOf(request: services.ApiClientRequest): { readonly bearer: TokenBearer | null } | null;
}

export function createAccessTokens(): AccessTokens {
  const issued = new Map<string, { readonly bearer: TokenBearer | null }>();
  return {
    issue: (bearer) => {
      const token = `local-token-${issued.size + 1}`;
      issued.set(token, { bearer: bearer ?? null });
      return token;
    },
    holderOf: ({ headers }) => {
      const value = headers.find(({ key }) => key.toLowerCase() === 'authorization')?.value ?? '';
      return issued.get(value.replace(/^Bearer /, '')) ?? null;
    },
  };
}
