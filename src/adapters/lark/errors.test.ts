import { describe, expect, it } from 'vitest';
import { ChatError, chatErrorFrom, chatErrorOf } from './errors.ts';
import { HttpFailure } from './http-failure.ts';
import { readAnswer } from './platform-answer.ts';
import { MEANINGS } from './platform-codes.ts';

function errorFor(status: number, body: unknown, headers: unknown = {}): ChatError {
  return chatErrorOf(readAnswer(status, body, headers));
}

describe('what a refusal of the platform means', () => {
  it.each([99991400, 230020, 230049, 1, 99991661, 99991663, 99991664, 99991671])('%i may be tried again', (code) => {
    expect(errorFor(400, { code }).retryable).toBe(true);
  });

  it.each([
    230002, 230013, 230029, 230053, 230035, 230022, 230025, 230099, 230031, 230011, 99991672, 99992351, 99991201,
    4_000_000,
  ])('%i is final', (code) => {
    expect(errorFor(400, { code })).toMatchObject({ retryable: false, platformCode: code });
  });

  it('every code that is known keeps its meaning whether it comes with 200 or with 400', () => {
    for (const [code, meaning] of MEANINGS) {
      expect(errorFor(200, { code }).code).toBe(meaning);
      expect(errorFor(400, { code }).code).toBe(meaning);
    }
  });

  it.each([
    ['seven seconds', '7', 7000],
    ['a fraction of a second', '0.5', 500],
    ['nothing', undefined, null],
    ['nonsense', 'soon', null],
    ['a time in the past', '-3', 0],
  ])('the platform asks for %s', (_, header, waitMs) => {
    const error = errorFor(429, { code: 99991400 }, { 'x-ogw-ratelimit-reset': header });
    expect(error).toMatchObject({ code: 'rate-limited', waitMs });
  });

  it('a limit without a body is a limit', () => {
    expect(errorFor(429, '<html>slow down</html>')).toMatchObject({ code: 'rate-limited', platformCode: null });
  });

  it('a card that somebody is just pressing can be changed a moment later', () => {
    const msg =
      'Failed to create card content, ext=ErrCode: 11310; ErrMsg: card is locked by an ongoing interaction; ErrorValue: ;';
    expect(errorFor(400, { code: 230099, msg })).toMatchObject({ code: 'in-flight', retryable: true });
  });

  it('a card with too many tables stays refused', () => {
    const msg =
      'Failed to create card content, ext=ErrCode: 11310; ErrPath: body; ErrMsg: table number over limit; ErrorValue: x;';
    expect(errorFor(400, { code: 230099, msg })).toMatchObject({
      code: 'card-refused',
      detail: 'ErrCode 11310; ErrPath body',
    });
  });
});

describe('what was thrown on the way', () => {
  it.each([
    ['ECONNREFUSED', 'unreachable'],
    ['ECONNRESET', 'connection-cut'],
    ['EPIPE', 'connection-cut'],
    ['ENOTFOUND', 'unreachable'],
    ['ETIMEDOUT', 'timeout'],
    ['ECONNABORTED', 'timeout'],
  ])('%s is %s', (networkCode, code) => {
    expect(chatErrorFrom(new HttpFailure({ networkCode }))).toMatchObject({
      code,
      retryable: true,
      platformCode: null,
    });
  });

  it('an error that is ours already stays as it is', () => {
    const error = new ChatError('too-old', 'x');
    expect(chatErrorFrom(error)).toBe(error);
  });

  it.each([[new TypeError('reading URL of 张三')], ['text'], [undefined], [null]])('%s loses its words', (thrown) => {
    const error = chatErrorFrom(thrown);
    expect(error).toMatchObject({ code: 'server-error', message: 'the chat platform gave an unreadable answer' });
    expect(error.cause).toBeUndefined();
  });
});
