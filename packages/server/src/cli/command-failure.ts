/** A command that failed for a reason the user can fix. The message names the fault and the remedy. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure';
}
