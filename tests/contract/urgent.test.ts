import { describe, expect, it } from 'vitest';
import { toFagui, withEmulator, withFake } from '../support/gateway-world.ts';
import { FAGUI } from '../support/test-emulator.ts';

describe('加急', () => {
  it('reaches the person with the message; nobody else’s message changes', async () => {
    const { emulator, gateway } = await withEmulator();
    const first = await gateway.sendCard({ ...toFagui, uuid: 'u-1' });
    await gateway.sendCard({ ...toFagui, uuid: 'u-2' });
    await gateway.urge({ messageId: first.messageId, openIds: [FAGUI] });
    const urgent = emulator
      .as(FAGUI)
      .messages()
      .map((message) => message.urgent === true);
    expect(urgent).toEqual([true, false]);
    expect(emulator.unknownPaths).toEqual([]);
  });

  it('is refused where nobody of the list is in the chat', async () => {
    const { gateway } = await withEmulator();
    const { messageId } = await gateway.sendCard({ ...toFagui, uuid: 'u-1' });
    await expect(gateway.urge({ messageId, openIds: ['ou_nobody'] })).rejects.toMatchObject({ retryable: false });
  });

  it('asks for two hundred people at a time', async () => {
    const { gateway, platform } = await withFake(() => ({ body: { code: 0, data: { invalid_user_id_list: [] } } }));
    const openIds = Array.from({ length: 201 }, (_, index) => `ou_${index}`);
    await gateway.urge({ messageId: 'om_1', openIds });
    const asked = platform.requests.slice(1);
    expect(asked.map(({ body }) => (body.user_id_list as string[]).length)).toEqual([200, 1]);
    expect(asked.map(({ path }) => path)).toEqual(Array(2).fill('/open-apis/im/v1/messages/om_1/urgent_app'));
  });
});
