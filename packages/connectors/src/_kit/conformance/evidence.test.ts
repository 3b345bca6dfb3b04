import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Evidence, gradeOf, readEvidence, readSources, type SourceType } from './evidence.ts';

const counts = { payloads: 1, shipments: 1, events: 1, problems: {} };
const evidence = (types: SourceType[], recorded: Evidence['recorded'] = null): Evidence => ({
  sources: types.map((type) => ({ type, date: '2026' })),
  recorded,
});

describe('a quality grade', () => {
  it('is “recorded payloads” with a recording and the counts of its events', () => {
    expect(gradeOf(evidence(['recording'], counts))).toBe('recorded payloads');
  });

  it('is lower when the counts are missing, contain no event, or have no source', () => {
    expect(gradeOf(evidence(['recording', 'sample']))).toBe('documented samples');
    expect(gradeOf(evidence(['recording'], { ...counts, events: 0 }))).toBe('documentation only');
    expect(gradeOf(evidence(['sample'], counts))).toBe('documented samples');
  });

  it('is “documentation only” without samples, whatever others observed', () => {
    expect(gradeOf(evidence(['documentation', 'third party']))).toBe('documentation only');
  });
});

describe('the sources of a README', () => {
  const folder = mkdtempSync(join(tmpdir(), 'milepost-evidence-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const write = (text: string) => writeFileSync(join(folder, 'README.md'), text);

  it('are the items of their section, with type and date', () => {
    write(
      '# X\n\n- not a source\n\n## Sources\n\n- **sample**, 2026-11-20: Guide,\n  second line.\n- **third party**, 2024: A.\n\n## Traps\n\n- x\n',
    );
    expect(readSources(folder)).toEqual({
      sources: [
        { type: 'sample', date: '2026-11-20' },
        { type: 'third party', date: '2024' },
      ],
      malformed: [],
    });
  });

  it('are malformed without type, date or text', () => {
    const items = [
      '- Guide, 2026.',
      '- **sample**: Guide.',
      '- **rumour**, 2026: Guide.',
      '- **sample**, 2026: ',
    ];
    write(`## Sources\n\n${items.join('\n')}\n`);
    expect(readSources(folder)).toEqual({ sources: [], malformed: items });
  });

  it('are none without the section, and counts that are not whole numbers are refused', () => {
    write('# X\n');
    expect(readEvidence(folder)).toEqual({ sources: [], recorded: null });
    writeFileSync(join(folder, 'recorded.json'), JSON.stringify({ ...counts, events: 'many' }));
    expect(() => readEvidence(folder)).toThrow();
  });
});
