import { type Decoding, readJson } from '../../_kit/index.ts';

/** Unreadable lines beyond this number are only counted. */
const linesReportedMax = 100;

type DecodeMessage = (message: unknown, pointer: string, decoding: Decoding) => void;

/**
 * NDJSON: one message on each line; blank lines are skipped. An unreadable line becomes a problem and the
 * others are kept.
 */
export function decodeLines(body: string, decoding: Decoding, decodeMessage: DecodeMessage): void {
  const unreadable: { line: number; detail: string }[] = [];
  let isLines = false;
  for (const [index, text] of body.split('\n').entries()) {
    if (text.trim() === '') continue;
    const read = readJson(text);
    isLines ||= read.ok;
    if (read.ok) decodeMessage(read.value, `line ${index + 1}`, decoding);
    else
      unreadable.push({
        line: index + 1,
        detail: `The line is not valid JSON; it starts with ${JSON.stringify(text.slice(0, 40))}.`,
      });
  }
  // A broken document of many lines is one fault, not one for each line.
  reportUnreadable(unreadable, isLines ? linesReportedMax : 1, decoding);
  if (!isLines && unreadable.length === 0) decoding.problem('unreadable_payload', 'The file is empty.', '');
}

function reportUnreadable(
  unreadable: readonly { line: number; detail: string }[],
  reportedMax: number,
  decoding: Decoding,
): void {
  for (const { line, detail } of unreadable.slice(0, reportedMax)) {
    decoding.problem('unreadable_payload', detail, `line ${line}`);
  }
  const rest = unreadable.slice(reportedMax);
  const [next] = rest;
  if (next === undefined) return;
  const detail = `${rest.length} more lines are unreadable: this one and others after it.`;
  decoding.problem('unreadable_payload', detail, `line ${next.line}`);
}
