import { describe, expect, it } from 'vitest';
import { conceal } from './conceal.ts';

const document = {
  shipments: [
    { id: '1', signedBy: 'J. Smit', recipient: { name: 'Jo', email: 'jo@home.example' }, email: 'kept' },
    { id: '2', signedBy: null, recipient: { name: null, email: null }, timeline: [{ signedBy: 'K' }] },
  ],
};

describe('concealing', () => {
  it('sets the named fields to null at every depth, and nothing else', () => {
    expect(conceal(document, ['recipient.email', 'signedBy'])).toEqual({
      shipments: [
        { id: '1', signedBy: null, recipient: { name: 'Jo', email: null }, email: 'kept' },
        { id: '2', signedBy: null, recipient: { name: null, email: null }, timeline: [{ signedBy: null }] },
      ],
    });
    expect(document.shipments[0]?.signedBy).toBe('J. Smit');
  });

  it('returns the same document when no field is hidden', () => {
    expect(conceal(document, [])).toBe(document);
  });
});
