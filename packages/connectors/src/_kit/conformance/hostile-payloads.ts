/**
 * Damaged forms of a payload: cut at several places, every leaf replaced by a value of another type, and
 * input that is not of its form at all.
 */
export function hostilePayloads(body: string): string[] {
  const cuts = [1, 2, 3, 5, 8].map((part) => body.slice(0, Math.floor((body.length * part) / 9)));
  const script = '"<script>alert(1)</script>"';
  // Converting the last one to text throws.
  const swaps = ['null', '17', script, '[]', '{}', '"\'; DROP TABLE shipment;--"', '{"toString":1}'];
  const swapped = swaps.flatMap((swap) => [
    body.replaceAll(/:\s*"[^"]*"/g, `: ${swap}`),
    body.replaceAll(/:\s*\[/g, `: ${swap}, "rest": [`),
  ]);
  return [
    ...cuts,
    ...swapped,
    '',
    'null',
    '[]',
    '{}',
    '"text"',
    '17',
    '<html></html>',
    '\u0000',
    '['.repeat(5_000),
  ];
}
