import { describe, expect, it } from 'vitest';
import { RecordingLog } from '../../../tests/support/recording-log.ts';
import { HttpFailure } from './http-failure.ts';
import { redactText } from './redact.ts';
import { sdkLogger } from './sdk-log.ts';

describe('what the SDK says, in our log', () => {
  it.each([
    [
      'get ws url wss://h/ws?device_id=1&access_key=abc&service_id=2&ticket=xyz',
      'get ws url wss://h/ws?device_id=1&access_key=[redacted]&service_id=2&ticket=[redacted]',
    ],
    ['{"app_id":"cli_1","app_secret":"hush"}', '{"app_id":"cli_1","app_secret":"[redacted]"}'],
    ['Authorization: Bearer t-0123456789', 'Authorization: [redacted] [redacted]'],
    ['token t-0123456789abc used', 'token [token] used'],
    ['call +8613800000001 or 13800000001', 'call [phone] or [phone]'],
    ['auto-reconnect after 1513558790000 ms', 'auto-reconnect after 1513558790000 ms'],
  ])('%s', (said, logged) => {
    const text = redactText(said);
    for (const secret of ['abc&', 'xyz', 'hush', '0123456789', '13800000001']) expect(text).not.toContain(secret);
    if (!said.startsWith('Auth')) expect(text).toBe(logged);
  });

  it('a sentence keeps its sense and loses the secret; objects do not pass at all', () => {
    const log = new RecordingLog();
    const sdk = sdkLogger(log, ['hush']);
    sdk.error(['[ws]', 'code: 514, hush', { data: '张三的意见' }, new Error('hush 13800000001')]);
    sdk.debug(['receive message, data: 张三的意见']);
    expect(log.lines).toEqual([
      {
        level: 'warn',
        message: 'chat SDK reports an error',
        fields: { sdk: '[ws] code: 514, [redacted] [object] Error: [redacted] [phone]' },
      },
    ]);
  });

  it('a failed request is left to its caller to report', () => {
    const log = new RecordingLog();
    sdkLogger(log, []).error([[new HttpFailure({ networkCode: 'ECONNRESET' })]]);
    expect(log.lines).toMatchObject([{ level: 'debug', fields: { sdk: 'HttpFailure: ECONNRESET' } }]);
  });
});
