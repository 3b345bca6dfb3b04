import type { DemoFaultName } from '@milepost/contract';
import { describe, expect, it } from 'vitest';
import { DemoDesk, type LivingDemo } from './demo-desk.ts';

const present = Date.UTC(2026, 2, 18, 9);
const hourMs = 3_600_000;

function shop(workspaceId: string, now: number) {
  const on = new Set<DemoFaultName>();
  const ended: string[] = [];
  const living: LivingDemo = {
    workspaceId,
    now: () => now,
    receive: async () => ({ id: '1', isNew: true }),
    progress: { done: 40, total: 50 },
    isOn: (fault) => on.has(fault),
    setFault: async (fault, isOn) => {
      if (isOn) on.add(fault);
      else on.delete(fault);
    },
    stop: async () => {
      ended.push(workspaceId);
    },
  };
  return { living, ended };
}

describe('the desk of the demo', () => {
  it('knows the present of the shops, and the real one for everybody else', () => {
    const desk = new DemoDesk(() => present);
    desk.enter(shop('one', present - hourMs).living);
    expect([desk.nowIn('one'), desk.nowIn('other')]).toEqual([present - hourMs, present]);
  });

  it.each([
    ['filling', false, present - hourMs, 0],
    ['catching_up', true, present - hourMs, 60],
    ['live', true, present - 1_000, 1],
  ])('tells a demo that is %s', (phase, isBegun, now, speed) => {
    const desk = new DemoDesk(() => present);
    desk.expect();
    expect(desk.standing('one').phase).toBe('filling');
    desk.enter(shop('one', now).living);
    desk.enter(shop('two', now).living);
    if (isBegun) desk.begin();
    expect(desk.standing('one')).toMatchObject({ phase, speed, now, done: 80, total: 100 });
  });

  it('says of a workspace without simulated carriers that nothing runs', async () => {
    const desk = new DemoDesk(() => present);
    expect(desk.standing('one')).toMatchObject({ phase: 'stopped', speed: 0, now: present });
    expect(await desk.setFault('one', 'outage', true)).toBe(false);
  });

  it('switches a fault of one shop and leaves the other alone', async () => {
    const desk = new DemoDesk(() => present);
    for (const name of ['one', 'two']) desk.enter(shop(name, present).living);
    expect(await desk.setFault('one', 'outage', true)).toBe(true);
    const isOn = (name: string) => desk.standing(name).isOn('outage');
    expect([isOn('one'), isOn('two')]).toEqual([true, false]);
  });

  it('ends every shop, lets none in afterwards, and keeps their clocks for what is under way', async () => {
    const desk = new DemoDesk(() => present);
    const { living, ended } = shop('one', present - hourMs);
    desk.enter(living);
    await desk.stop();
    expect(ended).toEqual(['one']);
    expect(desk.enter(living)).toBe(false);
    expect(desk.standing('one').phase).toBe('stopped');
    expect([desk.nowIn('one'), desk.doorOf('one')]).toEqual([present - hourMs, living]);
  });

  it.each(['dismiss', 'leave'] as const)(
    'takes nothing any more for shops that are gone: %s',
    async (how) => {
      const desk = new DemoDesk(() => present);
      const { living, ended } = shop('one', present - hourMs);
      desk.enter(living);
      await desk[how]('one');
      expect(ended).toEqual(['one']);
      const door = desk.doorOf('one');
      expect(door).not.toBe(living);
      expect(door).not.toBeNull();
      expect([desk.nowIn('one'), desk.pollSpeed, desk.doorOf('other')]).toEqual([present, 1, null]);
    },
  );
});
