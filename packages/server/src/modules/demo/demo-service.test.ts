import type { DemoFaultName } from '@milepost/contract';
import { describe, expect, it } from 'vitest';
import { DemoService, type DemoShop } from './demo-service.ts';

const present = Date.UTC(2026, 2, 18, 9);
const hourMs = 3_600_000;

function makeShop(workspaceId: string, now: number) {
  const on = new Set<DemoFaultName>();
  const ended: string[] = [];
  const shop: DemoShop = {
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
  return { shop, ended };
}

describe('the demo service', () => {
  it('returns the simulated time of a shop, and the real time for other workspaces', () => {
    const demo = new DemoService(() => present);
    demo.add(makeShop('one', present - hourMs).shop);
    expect([demo.nowIn('one'), demo.nowIn('other')]).toEqual([present - hourMs, present]);
  });

  it.each([
    ['filling', false, present - hourMs, 0],
    ['catching_up', true, present - hourMs, 60],
    ['live', true, present - 1_000, 1],
  ])('reports the phase %s', (phase, isFilled, now, speed) => {
    const demo = new DemoService(() => present);
    demo.markFilling();
    expect(demo.status('one').phase).toBe('filling');
    demo.add(makeShop('one', now).shop);
    demo.add(makeShop('two', now).shop);
    if (isFilled) demo.markFilled();
    expect(demo.status('one')).toMatchObject({ phase, speed, now, done: 80, total: 100 });
  });

  it('reports a workspace without simulated carriers as stopped', async () => {
    const demo = new DemoService(() => present);
    expect(demo.status('one')).toMatchObject({ phase: 'stopped', speed: 0, now: present });
    expect(await demo.setFault('one', 'outage', true)).toBe(false);
  });

  it('switches a fault in one shop only', async () => {
    const demo = new DemoService(() => present);
    for (const name of ['one', 'two']) demo.add(makeShop(name, present).shop);
    expect(await demo.setFault('one', 'outage', true)).toBe(true);
    const isOn = (name: string) => demo.status(name).isOn('outage');
    expect([isOn('one'), isOn('two')]).toEqual([true, false]);
  });

  it('stops every shop, accepts no further ones, and keeps their clocks for pending messages', async () => {
    const demo = new DemoService(() => present);
    const { shop, ended } = makeShop('one', present - hourMs);
    demo.add(shop);
    await demo.stop();
    expect(ended).toEqual(['one']);
    expect(demo.add(shop)).toBe(false);
    expect(demo.status('one').phase).toBe('stopped');
    expect([demo.nowIn('one'), demo.receiverOf('one')]).toEqual([present - hourMs, shop]);
  });

  it.each(['removeAll', 'remove'] as const)('discards messages for removed shops: %s', async (method) => {
    const demo = new DemoService(() => present);
    const { shop, ended } = makeShop('one', present - hourMs);
    demo.add(shop);
    await demo[method]('one');
    expect(ended).toEqual(['one']);
    const receiver = demo.receiverOf('one');
    expect(receiver).not.toBe(shop);
    expect(receiver).not.toBeNull();
    expect([demo.nowIn('one'), demo.pollSpeed, demo.receiverOf('other')]).toEqual([present, 1, null]);
  });
});
