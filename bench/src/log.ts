/** Tells the person at the terminal what is going on; standard output belongs to the result. */
export type Log = (text: string) => void;

export function logToStandardError(about: string): Log {
  return (text) => void process.stderr.write(`${about}: ${text}\n`);
}
