import { stableId } from '../ids.ts';
import type { AppRegistration, Tenant, TenantUser } from '../options.ts';

/** The tenant's people and apps. Unlike on the platform, every app sees the same open_id of a person. */
export class Directory {
  readonly tenantName: string;
  readonly tenantKey: string;
  readonly users: readonly TenantUser[];
  readonly apps: readonly AppRegistration[];

  constructor(tenant: Tenant, apps: readonly AppRegistration[]) {
    this.tenantName = tenant.name;
    this.tenantKey = stableId('', tenant.name).slice(0, 16);
    this.users = tenant.users;
    this.apps = apps;
  }

  app(appId: string): AppRegistration | undefined {
    return this.apps.find((app) => app.appId === appId);
  }

  user(openId: string): TenantUser | undefined {
    return this.users.find((user) => user.openId === openId);
  }

  nameOf(openId: string): string {
    return this.user(openId)?.name ?? openId;
  }

  /** Finds a person by any id a call may use. */
  find(idType: string, id: string): TenantUser | undefined {
    return this.users.find((user) => idOf(user, idType) === id);
  }

  /** How events name a person; `user_id` is absent as without its scope. */
  userIdOf(openId: string): { open_id: string; union_id: string } {
    return { open_id: openId, union_id: unionIdOf(openId) };
  }
}

export function idOf(user: TenantUser, idType: string): string | undefined {
  if (idType === 'open_id') return user.openId;
  if (idType === 'union_id') return unionIdOf(user.openId);
  if (idType === 'user_id') return stableId('', 'user', user.openId).slice(0, 8);
  if (idType === 'email') return user.email;
  return undefined;
}

export function unionIdOf(openId: string): string {
  return stableId('on_', openId);
}
