import type { ChatFailureCode } from '../../domain/delivery/chat-failure.ts';

/** The platform's numbers that mean something to us, each with the page that lists it (FS = https://open.feishu.cn/document). */

// FS/ukTMukTMukTM/ugjM14COyUjL4ITN: generic codes; 10003, 10014 and 10015 come from the token call only
export const SYSTEM_BUSY = 1;
export const BAD_PARAMETER = 10003;
export const APP_UNAUTHORISED = 10014;
export const WRONG_APP_SECRET = 10015;
export const NO_TOKEN = 99991661;
export const APP_NOT_ENABLED = 99991662;
export const TENANT_TOKEN_INVALID = 99991663;
export const APP_TOKEN_INVALID = 99991664;
export const TOKEN_MALFORMED = 99991671;
export const SCOPE_MISSING = 99991672;
export const APP_NOT_IN_TENANT = 99991673;
export const REQUEST_LIMIT = 99991400;
export const IP_NOT_ALLOWED = 99991401;
export const UNKNOWN_PERSON = 99992351;

// FS/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/{create,patch,reply}
export const BOT_NOT_IN_CHAT = 230002;
export const BOT_ABILITY_OFF = 230006;
export const MESSAGE_RECALLED = 230011;
export const OUTSIDE_AVAILABILITY = 230013;
export const GROUP_FORBIDS = 230018;
export const TARGET_LIMIT = 230020;
export const SENSITIVE_WORDS = 230022;
export const CONTENT_TOO_LONG = 230025;
export const NO_PERMISSION = 230027;
export const PERSON_RESIGNED = 230029;
export const CARD_TOO_OLD = 230031;
export const BAD_RECEIVE_ID = 230034;
export const SEND_DENIED = 230035;
export const TENANT_DELETED = 230036;
export const CROSS_TENANT = 230038;
export const MESSAGE_IN_FLIGHT = 230049;
export const PERSON_STOPPED_BOT = 230053;
export const CARD_FAILED = 230099;
export const MESSAGE_DELETED = 230110;
export const CARD_IN_INTERACTION = 200810;
export const CARD_TOO_LARGE = 200860;

// FS/uAjLw4CM/ukTMukTMukTM/reference/im-v1/{file/create,message-resource/get}
export const FILE_UNAUTHORISED = 234002;
export const FILE_NOT_IN_MESSAGE = 234003;
export const APP_OUTSIDE_CHAT = 234004;
export const UPLOAD_TOO_LARGE = 234006;
export const FILE_NEEDS_BOT = 234007;
export const FILE_SCOPE_MISSING = 234009;
export const UPLOAD_EMPTY = 234010;
export const DOWNLOAD_TOO_LARGE = 234037;
export const FILE_RESTRICTED = 234038;
export const MESSAGE_INVISIBLE = 234040;
export const FILE_KIND_UNSUPPORTED = 234043;

// FS/uAjLw4CM/ukTMukTMukTM/reference/im-v1/{chat,chat-members}
export const UNKNOWN_CHAT = 232006;
export const CHAT_DISSOLVED = 232009;
export const BOT_OUTSIDE_CHAT = 232011;

// FS/uAjLw4CM/ukTMukTMukTM/reference/contact-v3/user/get
export const OUTSIDE_CONTACT_RANGE = 41050;

// oapi-sdk-go ws/const.go: the long connection's endpoint
export const WS_FORBIDDEN = 403;
export const WS_AUTH_FAILED = 514;
export const WS_INTERNAL = 1000040343;
export const WS_CONNECTION_LIMIT = 1000040350;

/** Whatever is not listed is judged by its HTTP status. */
export const MEANINGS: ReadonlyMap<number, ChatFailureCode> = new Map<number, ChatFailureCode>([
  [SYSTEM_BUSY, 'server-error'],
  [WS_INTERNAL, 'server-error'],
  [REQUEST_LIMIT, 'rate-limited'],
  [TARGET_LIMIT, 'rate-limited'],
  [WS_CONNECTION_LIMIT, 'rate-limited'],
  [MESSAGE_IN_FLIGHT, 'in-flight'],
  [CARD_IN_INTERACTION, 'in-flight'],
  [NO_TOKEN, 'token-dead'],
  [TENANT_TOKEN_INVALID, 'token-dead'],
  [APP_TOKEN_INVALID, 'token-dead'],
  [TOKEN_MALFORMED, 'token-dead'],
  [BAD_PARAMETER, 'bad-credentials'],
  [APP_UNAUTHORISED, 'bad-credentials'],
  [WRONG_APP_SECRET, 'bad-credentials'],
  [WS_AUTH_FAILED, 'bad-credentials'],
  [WS_FORBIDDEN, 'no-permission'],
  [SCOPE_MISSING, 'no-permission'],
  [APP_NOT_ENABLED, 'no-permission'],
  [APP_NOT_IN_TENANT, 'no-permission'],
  [IP_NOT_ALLOWED, 'no-permission'],
  [BOT_ABILITY_OFF, 'no-permission'],
  [GROUP_FORBIDS, 'no-permission'],
  [NO_PERMISSION, 'no-permission'],
  [SEND_DENIED, 'no-permission'],
  [FILE_UNAUTHORISED, 'no-permission'],
  [FILE_NEEDS_BOT, 'no-permission'],
  [FILE_SCOPE_MISSING, 'no-permission'],
  [FILE_RESTRICTED, 'no-permission'],
  [MESSAGE_INVISIBLE, 'no-permission'],
  [BOT_NOT_IN_CHAT, 'not-in-chat'],
  [APP_OUTSIDE_CHAT, 'not-in-chat'],
  [BOT_OUTSIDE_CHAT, 'not-in-chat'],
  [CHAT_DISSOLVED, 'not-in-chat'],
  [OUTSIDE_AVAILABILITY, 'recipient-unavailable'],
  [OUTSIDE_CONTACT_RANGE, 'recipient-unavailable'],
  [TENANT_DELETED, 'recipient-unavailable'],
  [CROSS_TENANT, 'recipient-unavailable'],
  [PERSON_RESIGNED, 'recipient-left'],
  [PERSON_STOPPED_BOT, 'recipient-stopped-bot'],
  [UNKNOWN_PERSON, 'unknown-recipient'],
  [BAD_RECEIVE_ID, 'unknown-recipient'],
  [UNKNOWN_CHAT, 'unknown-recipient'],
  [CARD_FAILED, 'card-refused'],
  [CONTENT_TOO_LONG, 'too-large'],
  [CARD_TOO_LARGE, 'too-large'],
  [UPLOAD_TOO_LARGE, 'too-large'],
  [DOWNLOAD_TOO_LARGE, 'too-large'],
  [CARD_TOO_OLD, 'too-old'],
  [MESSAGE_RECALLED, 'recalled'],
  [MESSAGE_DELETED, 'recalled'],
  [SENSITIVE_WORDS, 'refused'],
  [FILE_NOT_IN_MESSAGE, 'refused'],
  [UPLOAD_EMPTY, 'refused'],
  [FILE_KIND_UNSUPPORTED, 'refused'],
]);
