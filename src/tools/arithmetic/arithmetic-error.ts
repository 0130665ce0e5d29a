/** An expression that cannot be evaluated; the message is meant for the model that wrote it. */
export class ArithmeticError extends Error {
  override readonly name = "ArithmeticError";
}
