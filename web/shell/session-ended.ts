/** A signal without React: the query caches notice an ended session, the staff layout shows the dialog. */
type Listener = () => void;
const listeners = new Set<Listener>();
let ended = false;

export function reportSessionEnded(): void {
  ended = true;
  for (const listener of listeners) listener();
}

export function forgetSessionEnded(): void {
  ended = false;
  for (const listener of listeners) listener();
}

export const hasSessionEnded = (): boolean => ended;

export function onSessionEnded(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
