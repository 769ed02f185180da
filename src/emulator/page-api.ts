/**
 * What the emulator's page and its server say to each other: JSON over HTTP below `/emulator/`, times in epoch milliseconds.
 * The page acts as one person of the tenant (`as`, an open_id); a test or a script may use the same calls.
 *
 * - `GET  /emulator/state?as=ou_…`                       → {@link PageState}
 * - `GET  /emulator/chats/:chatId/messages?as=ou_…`      → `{ messages: PageMessage[] }`, oldest first; marks them read
 * - `POST /emulator/click`   {@link PageClick}           → {@link PageClickAnswer} once the bot has answered or 3 s have passed
 * - `POST /emulator/text`    `{ as, chatId, text }`      → `{ messageId }`; `chatId` may be omitted for the chat with the bot
 * - `POST /emulator/clock`   `{ to: 'next-morning' | ISO instant with offset }` → `{ now }`; 409 where the clock cannot be moved
 * - `POST /emulator/file?as=ou_…&name=…&chatId=…`        the file's bytes as body → `{ messageId }`; the person sends a file, with
 *                                                        `&kind=image` a picture; 413 above 64 MB
 * - `GET  /emulator/files/:fileKey`                      → the bytes of a file or image (`content.file_key`, `.image_key`)
 * - `POST /emulator/enter`   `{ as, chatId? }`           → `{}`; the person opens the chat with the bot (tells the bot)
 * - `POST /emulator/menu`    `{ as, chatId?, eventKey }` → `{}`; the person presses an item of the bot's menu
 * - `GET  /emulator/stream?as=ou_…`                      → server-sent events `change` (data `{}`): ask for the state again
 * - `GET|POST /emulator/faults` {@link Faults}           → what is broken on purpose
 *
 * Errors: `{ error: string }` (Chinese) with status 4xx.
 */
export interface PageState {
  readonly now: number;
  readonly clockMoves: boolean;
  readonly tenantName: string;
  readonly botName: string;
  readonly users: readonly PageUser[];
  readonly chats: readonly PageChat[];
  /** Whether a bot is connected by the long connection right now. */
  readonly botConnected: boolean;
}

export interface PageUser {
  readonly openId: string;
  readonly name: string;
  /** For the person list only, such as `法规处 联络人`. */
  readonly title: string;
}

export interface PageChat {
  readonly chatId: string;
  readonly type: 'p2p' | 'group';
  readonly name: string;
  readonly unread: number;
  /** Text of the newest message as the chat list shows it (a card's summary, else its title). */
  readonly preview: string;
  readonly lastAt: number | null;
}

export interface PageMessage {
  readonly messageId: string;
  readonly chatId: string;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly sender: { readonly type: 'app' | 'user'; readonly name: string; readonly openId: string | null };
  readonly msgType:
    | 'text'
    | 'post'
    | 'interactive'
    | 'file'
    | 'image'
    | 'audio'
    | 'media'
    | 'sticker'
    | 'folder'
    | 'system';
  /** The message's content, parsed; for `interactive` the card as sent or last patched, for a file with `file_name` and `file_size` in bytes. */
  readonly content: unknown;
  readonly recalled: boolean;
  /** Present where somebody was told of it urgently (应用内加急). */
  readonly urgent?: true;
}

/** One act on a card: exactly the fields that the platform reports for the component (reference: card callbacks). */
export interface PageClick {
  readonly as: string;
  readonly messageId: string;
  readonly tag: string;
  readonly name?: string;
  readonly value?: unknown;
  readonly formValue?: Readonly<Record<string, unknown>>;
  readonly option?: string;
  readonly options?: readonly string[];
  readonly inputValue?: string;
  readonly checked?: boolean;
}

export interface PageClickAnswer {
  readonly toast: { readonly type: 'info' | 'success' | 'error' | 'warning'; readonly content: string } | null;
  /** What the client shows when the bot failed: the platform's code (200341 timeout, 200671, 200672, 200673 …). */
  readonly error: { readonly code: number; readonly message: string } | null;
}

/** What the emulator breaks on purpose until told otherwise. Absent fields stay as they are; `null` mends. */
export interface Faults {
  /** Refuse connections' requests with HTTP 503, or drop them without an answer. */
  readonly down?: 'unavailable' | 'drop' | null;
  /** The next n API calls (tokens excepted) are answered with 99991663 and this HTTP status, until a new token is asked for. */
  readonly tokenDead?: { readonly httpStatus: 200 | 400 } | null;
  /** The next n sends are answered 429 with `x-ogw-ratelimit-reset: resetSeconds`. */
  readonly limited?: { readonly times: number; readonly resetSeconds: number } | null;
  /** The next n sends reach the chat, but the answer is lost (connection cut). */
  readonly answerLost?: { readonly times: number } | null;
  /** Deliver each event twice with the same event_id. */
  readonly duplicateEvents?: boolean | null;
  /** These people have stopped the bot or left: open_id → platform code (230013, 230029, 230053 …). */
  readonly unreachable?: Readonly<Record<string, number>> | null;
}
