/** Runs the tasks of one key one after the other, in the order they were asked for. */
export type Lock = <Result>(key: string, task: () => Promise<Result>) => Promise<Result>;

export function createLock(): Lock {
  const last = new Map<string, Promise<unknown>>();
  return (key, task) => {
    const before = last.get(key) ?? Promise.resolve();
    const own = before.then(task, task);
    const settled = own
      .catch(() => undefined)
      .finally(() => {
        if (last.get(key) === settled) last.delete(key);
      });
    last.set(key, settled);
    return own;
  };
}
