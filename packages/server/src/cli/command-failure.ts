/** A command that cannot do what was asked: its message is for the person who typed it, and says what to do. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure';
}
