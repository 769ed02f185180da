/** Something a person cannot do in the client; the message is what the page shows. */
export class ActError extends Error {
  override readonly name = 'ActError';
  readonly status: number;

  constructor(message: string, status = 400) {
    super(message);
    this.status = status;
  }
}
