import { describe, expect, it } from 'vitest';
import { PinoLog } from './pino-log.ts';

const SECRET = 'the-app-secret';

function recording(level: 'debug' | 'info' = 'info') {
  const lines: string[] = [];
  const log = new PinoLog({ level, secrets: [SECRET, ''], to: { write: (line) => void lines.push(line) } });
  return { log, lines };
}

describe('the log', () => {
  it('writes one JSON object a line, with level, time and message', () => {
    const { log, lines } = recording();
    log.warn({ taskId: 't-1' }, 'card patch refused');
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      level: 40,
      taskId: 't-1',
      msg: 'card patch refused',
      time: expect.any(String),
    });
  });

  it('leaves out what is below its level', () => {
    const { log, lines } = recording();
    log.debug({}, 'not wanted');
    expect(lines).toEqual([]);
  });

  it('shows neither secrets nor tokens nor phone numbers, by name or by shape, however deep', () => {
    const { log, lines } = recording('debug');
    const cause = new Error(`POST failed with ${SECRET}`);
    const error = Object.assign(new Error('Bearer t-0123456789abcdef refused', { cause }), { appSecret: 'hidden-1' });
    log.error(
      {
        err: error,
        person: { mobile: '13800000001', email: 'chen@example.cn', name: 'ou_1' },
        list: [{ tenant_access_token: 'hidden-2' }, 'call 13800000002 now'],
        headers: { Authorization: 'hidden-3' },
      },
      'failed',
    );
    const text = lines.join('');
    for (const never of [SECRET, 't-0123456789abcdef', 'hidden-', '13800000001', '13800000002', 'chen@example.cn']) {
      expect(text).not.toContain(never);
    }
    expect(text).toContain('POST failed with [redacted]');
  });

  it('keeps what helps: ids, codes, numbers, times and stacks', () => {
    const { log, lines } = recording();
    const error = Object.assign(new Error('refused'), { code: 'not-in-chat', platformCode: 230002 });
    log.info({ err: error, messageId: 'om_13812345678abc', at: 1_774_832_400_000 }, 'failed');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      err: {
        code: 'not-in-chat',
        platformCode: 230002,
        message: 'refused',
        stack: expect.stringContaining('pino-log.test'),
      },
      messageId: 'om_13812345678abc',
      at: 1_774_832_400_000,
    });
  });

  it('does not stumble over fields that contain themselves', () => {
    const { log, lines } = recording();
    const loop: Record<string, unknown> = { id: 'x' };
    loop.self = loop;
    log.info(loop, 'loop');
    expect(lines).toHaveLength(1);
  });
});
