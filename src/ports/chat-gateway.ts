import type { ChatFailureCode } from '../domain/delivery/chat-failure.ts';

/** A card as plain JSON (Card JSON 2.0). */
export type CardJson = Readonly<Record<string, unknown>>;

/** The chat platform, in our words. Every method throws {@link ChatFailure} where the platform refuses or cannot be reached. */
export interface ChatGateway {
  /** @returns the platform's id of the message; the same uuid is delivered once within an hour */
  sendCard(message: {
    readonly to: ChatAddress;
    readonly card: CardJson;
    readonly uuid: string;
  }): Promise<{ readonly messageId: string }>;
  sendText(message: {
    readonly to: ChatAddress;
    readonly text: string;
    readonly uuid: string;
  }): Promise<{ readonly messageId: string }>;
  /**
   * Uploads a file and sends it; 30 MB at most, not empty.
   *
   * @param message.name what the person sees, in any script
   * @returns the platform's id of the message; the same uuid is delivered once within an hour
   */
  sendFile(message: {
    readonly to: ChatAddress;
    readonly name: string;
    readonly bytes: Uint8Array;
    readonly uuid: string;
  }): Promise<{ readonly messageId: string }>;
  /** The bytes of a file that a person sent; `too-large` above 31 MB, which no reader of ours takes. */
  downloadFile(file: { readonly messageId: string; readonly fileKey: string }): Promise<Uint8Array>;
  /** 应用内加急: makes people notice a message of the bot's in a chat of theirs; who cannot be reached is left out. */
  urge(message: { readonly messageId: string; readonly openIds: readonly string[] }): Promise<void>;
  patchCard(message: { readonly messageId: string; readonly card: CardJson }): Promise<void>;
  /** open_ids by mobile or e-mail; who is unknown or invisible is left out. */
  findOpenIds(query: {
    readonly mobiles: readonly string[];
    readonly emails: readonly string[];
  }): Promise<readonly { readonly mobile: string | null; readonly email: string | null; readonly openId: string }[]>;
  botInfo(): Promise<{ readonly name: string; readonly openId: string }>;
  /** Groups that the bot is in. */
  listGroups(): Promise<readonly { readonly chatId: string; readonly name: string }[]>;
}

export type ChatAddress =
  | { readonly type: 'person'; readonly openId: string }
  | { readonly type: 'group'; readonly chatId: string };

/**
 * What a failed call means for us. `retry` says whether trying again can help; `waitMs` is what the platform asked for.
 * The adapters' `ChatError` has this shape.
 */
export interface ChatFailure extends Error {
  readonly code: ChatFailureCode;
  readonly retryable: boolean;
  readonly waitMs: number | null;
  /** The platform's number, for the log, or null where there was no answer. */
  readonly platformCode: number | null;
}
