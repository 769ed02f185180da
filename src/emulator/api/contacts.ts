import { z } from 'zod';
import { ApiError } from '../api-error.ts';
import type { TenantUser } from '../options.ts';
import { idOf, unionIdOf } from '../store/directory.ts';
import { type Answer, type Call, pageOf, parseBody, type Route } from './route.ts';

const ROOT_DEPARTMENT = '0';

/** FS contact-v3/user/{batch_get_id,get,find_by_department} and scope/list; the tenant has one department, the root. */
export const contactRoutes: readonly Route[] = [
  { method: 'POST', path: '/open-apis/contact/v3/users/batch_get_id', handle: batchGetId },
  {
    method: 'GET',
    path: '/open-apis/contact/v3/users/find_by_department',
    handle: (call) => {
      if (call.query.get('department_id') !== ROOT_DEPARTMENT) throw new ApiError(40004, 'no dept authority', 403);
      const page = pageOf(call.platform.directory.users, call.query, 50, 10);
      return { data: { ...page, items: page.items.map(userData) } };
    },
  },
  {
    method: 'GET',
    path: '/open-apis/contact/v3/users/:id',
    handle: ({ platform, params, query }) => {
      const user = platform.directory.find(query.get('user_id_type') ?? 'open_id', params.id ?? '');
      if (!user) throw new ApiError(41050, 'no user authority error');
      return { data: { user: userData(user) } };
    },
  },
  {
    method: 'GET',
    path: '/open-apis/contact/v3/departments/:id/children',
    handle: () => ({ data: { has_more: false, items: [] } }),
  },
  {
    method: 'GET',
    path: '/open-apis/contact/v3/scopes',
    handle: ({ platform }) => ({
      data: {
        department_ids: [ROOT_DEPARTMENT],
        user_ids: platform.directory.users.map((user) => user.openId),
        group_ids: [],
        has_more: false,
      },
    }),
  },
];

const idsSchema = z.object({
  emails: z.array(z.string()).max(50).optional(),
  mobiles: z.array(z.string()).max(50).optional(),
  include_resigned: z.boolean().optional(),
});

/** An unknown person is listed without `user_id`, not refused. */
function batchGetId({ platform, query, body }: Call): Answer {
  const { emails = [], mobiles = [] } = parseBody(idsSchema, body);
  const idType = query.get('user_id_type') ?? 'open_id';
  const withId = (user: TenantUser | undefined) => (user ? { user_id: idOf(user, idType) } : {});
  const { users } = platform.directory;
  return {
    data: {
      user_list: [
        ...emails.map((email) => ({ email, ...withId(users.find((user) => user.email === email)) })),
        ...mobiles.map((mobile) => ({
          mobile,
          ...withId(users.find((user) => user.mobile !== undefined && local(user.mobile) === local(mobile))),
        })),
      ],
    },
  };
}

function local(mobile: string): string {
  return mobile.replace(/^\+86/, '');
}

/** Fields that need a scope of their own (mobile, email, user_id) are left out. */
function userData(user: TenantUser) {
  return {
    open_id: user.openId,
    union_id: unionIdOf(user.openId),
    name: user.name,
    en_name: '',
    avatar: {},
    job_title: user.title,
    department_ids: [ROOT_DEPARTMENT],
    status: { is_frozen: false, is_resigned: false, is_activated: true, is_exited: false, is_unjoin: false },
  };
}
