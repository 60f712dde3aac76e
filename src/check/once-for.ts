/** Works something out of an object once, and keeps it for as long as the object lives. */
export function onceFor<Source extends object, Value>(
  work: (source: Source) => Value,
): (source: Source) => Value {
  const known = new WeakMap<Source, { readonly value: Value }>();
  return (source) => {
    const found = known.get(source) ?? { value: work(source) };
    known.set(source, found);
    return found.value;
  };
}
