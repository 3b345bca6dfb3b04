import { readRetryAfter } from '../push/retry-after.ts';

export interface Answer {
  status: number;
  retryAfterMs: number | null;
}

/**
 * Splits the bytes of a connection into HTTP/1.1 answers. It supports only what a webhook receiver sends: a
 * status, headers, and a body with a content length.
 */
export class AnswerReader {
  #text = '';

  /** Throws for a chunked answer. */
  read(chunk: Buffer): Answer[] {
    this.#text += chunk.toString('latin1');
    const answers: Answer[] = [];
    let start = 0;
    for (;;) {
      const headEnd = this.#text.indexOf('\r\n\r\n', start);
      if (headEnd < 0) break;
      const head = this.#text.slice(start, headEnd);
      const end = headEnd + 4 + bodyLength(head);
      if (end > this.#text.length) break;
      answers.push(answerOf(head));
      start = end;
    }
    if (start > 0) this.#text = this.#text.slice(start);
    return answers;
  }
}

function bodyLength(head: string): number {
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
  if (length !== undefined) return Number(length);
  if (/\r\ntransfer-encoding:/i.test(head))
    throw new Error('The receiver sent a chunked answer, which the load client does not support.');
  return 0;
}

function answerOf(head: string): Answer {
  const status = Number(head.slice(9, 12));
  // Only errors are parsed for Retry-After, because nearly every answer is a success.
  const header = status < 400 ? undefined : /\r\nretry-after: *([^\r]+)/i.exec(head)?.[1];
  return { status, retryAfterMs: readRetryAfter(header ?? null, Date.now()) };
}
