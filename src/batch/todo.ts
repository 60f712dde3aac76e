/** Work that is found while earlier work is done: one side adds, the other takes, and waits when there is nothing yet. */
export class Todo<Item> {
  readonly #items: Item[] = [];
  #first = 0;
  #isEnded = false;
  #change = Promise.withResolvers<void>();

  get size(): number {
    return this.#items.length - this.#first;
  }

  add(item: Item): void {
    this.#items.push(item);
    this.#notify();
  }

  /** Nothing will be added any more. */
  end(): void {
    this.#isEnded = true;
    this.#notify();
  }

  /** The next one; undefined when there will be none. */
  async take(): Promise<Item | undefined> {
    while (this.size === 0) {
      if (this.#isEnded) return undefined;
      await this.#change.promise;
    }
    const item = this.#items[this.#first++];
    if (this.#first === this.#items.length) {
      this.#items.length = 0;
      this.#first = 0;
    }
    return item;
  }

  #notify(): void {
    this.#change.resolve();
    this.#change = Promise.withResolvers();
  }
}
