/** The demo's own data names each other; what is missing is a slip in them. */
export function mustHave<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error("the demo lacks something that it names");
  return value;
}
