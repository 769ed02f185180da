/** What a host says when it starts the platform; everything the platform then knows lives in memory. */
export interface EmulatorOptions {
  /** 0 or absent: any free port. The server listens on 127.0.0.1 only. */
  readonly port?: number;
  /** Injected so that a host can move the platform and the bot together; real time when absent. */
  readonly clock?: EmulatorClock;
  readonly tenant: Tenant;
  /** At least one; the page speaks of the first. */
  readonly apps: readonly AppRegistration[];
  /** Where "go to next morning" leads; the next weekday 08:59:50 +08:00 when absent. */
  readonly nextMorning?: (nowMs: number) => number;
  /** Webhook mode: events and callbacks are POSTed here instead of using the long connection. */
  readonly webhookUrl?: string;
  /** `off` when a test's frozen clock would never let a window pass. */
  readonly rateLimits?: 'platform' | 'off';
  /** How long a bot may take to answer, in real time; 3000 as on the platform. */
  readonly answerWithinMs?: number;
  readonly log?: (line: string) => void;
}

export interface EmulatorClock {
  now(): number;
  /** Absent: the clock cannot be moved from the page. */
  moveTo?(ms: number): void | Promise<void>;
}

export interface Tenant {
  readonly name: string;
  readonly users: readonly TenantUser[];
  readonly groups: readonly TenantGroup[];
}

export interface TenantUser {
  readonly openId: string;
  readonly name: string;
  readonly title: string;
  readonly mobile?: string;
  readonly email?: string;
}

export interface TenantGroup {
  readonly chatId: string;
  readonly name: string;
  readonly memberOpenIds: readonly string[];
  /** Whether the apps of this tenant are members from the start. */
  readonly botInside: boolean;
}

export interface AppRegistration {
  readonly appId: string;
  readonly appSecret: string;
  readonly botName: string;
  /** Webhook mode encrypts and signs when set. */
  readonly encryptKey?: string;
  readonly verificationToken?: string;
  /** Event types the app has subscribed to; {@link DEFAULT_EVENTS} when absent. Callbacks are always on. */
  readonly events?: readonly string[];
}

export const DEFAULT_EVENTS: readonly string[] = [
  'im.message.receive_v1',
  'im.chat.member.bot.added_v1',
  'im.chat.member.bot.deleted_v1',
  'im.chat.access_event.bot_p2p_chat_entered_v1',
  'application.bot.menu_v6',
];
