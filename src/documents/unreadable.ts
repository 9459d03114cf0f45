/**
 * The one error that opening a document throws. Its message is a clear sentence for the person
 * who chose the file: what is wrong with it, and what to do.
 */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}
