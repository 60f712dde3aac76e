/** Counts failures of a service in a row, whatever video they were for. */
export class Breaker {
  readonly #threshold: number;
  failures = 0;

  constructor(threshold: number) {
    this.#threshold = threshold;
  }

  get isOpen(): boolean {
    return this.failures >= this.#threshold;
  }

  fail(): void {
    this.failures++;
  }

  succeed(): void {
    this.failures = 0;
  }
}
