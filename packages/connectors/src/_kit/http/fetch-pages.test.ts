import { describe, expect, it } from 'vitest';
import { fetchPages, nextLink } from './fetch-pages.ts';
import type { HttpAnswer } from './http.ts';

const page = (body: string): HttpAnswer => ({ status: 200, headers: {}, body });

/** Pages 1, 2 … `count`; each body is the number of the page. */
const pagesUpTo = (count: number) => ({
  first: 1,
  fetch: async (cursor: number) => page(String(cursor)),
  nextAfter: ({ body }: HttpAnswer) => (Number(body) < count ? Number(body) + 1 : null),
});

describe('fetchPages', () => {
  it('follows the cursor to the last page', async () => {
    expect((await fetchPages(pagesUpTo(3))).map(({ body }) => body)).toEqual(['1', '2', '3']);
  });

  it('fails when a cursor comes back', async () => {
    await expect(fetchPages({ ...pagesUpTo(1), nextAfter: () => 1 })).rejects.toMatchObject({
      name: 'CarrierUnavailable',
    });
  });

  it('fails beyond the maximum of pages', async () => {
    await expect(fetchPages({ ...pagesUpTo(3), pagesMax: 2 })).rejects.toThrow('2 were fetched');
    expect(await fetchPages({ ...pagesUpTo(3), pagesMax: 3 })).toHaveLength(3);
  });

  it('passes on the failure of a page', async () => {
    const fetch = () => Promise.reject(new Error('down'));
    await expect(fetchPages({ ...pagesUpTo(3), fetch })).rejects.toThrow('down');
  });
});

describe('nextLink', () => {
  const links: [link: string | undefined, next: string | null][] = [
    ['<https://shop.example/orders?page=2>; rel="next"', 'https://shop.example/orders?page=2'],
    ['<https://a.example/1>; rel="previous", <https://a.example/3>; rel="next"', 'https://a.example/3'],
    ['<https://a.example/3>; title="x"; rel="last next"', 'https://a.example/3'],
    ['<https://a.example/3>; rel=next', 'https://a.example/3'],
    ['<https://a.example/3>; rel="nextish"', null],
    ['<https://a.example/3>; rel="prev"', null],
    ['', null],
    [undefined, null],
  ];
  for (const [link, next] of links) {
    it(`is ${next} in ${link}`, () => {
      expect(nextLink({ status: 200, headers: { link }, body: '' })).toBe(next);
    });
  }
});
