/** Tells the person at the terminal what is going on; standard output belongs to the result. */
export type Say = (text: string) => void;

export function sayOnStandardError(about: string): Say {
  return (text) => void process.stderr.write(`${about}: ${text}\n`);
}
