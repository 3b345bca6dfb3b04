/** Reports progress at the terminal; standard output is reserved for the result. */
export type Log = (text: string) => void;

export function logToStandardError(about: string): Log {
  return (text) => void process.stderr.write(`${about}: ${text}\n`);
}
