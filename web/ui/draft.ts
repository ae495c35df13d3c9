import { useCallback, useEffect, useRef, useState } from "react";
import { usePersonKey } from "../shell/session.tsx";

type Draft<T> = {
  value: T;
  setValue(value: T | ((before: T) => T)): void;
  /** True when the value came from this browser's storage and not from `initial`. */
  restored: boolean;
  /** After saving, or when the person throws it away: back to `to` (or the initial value), and nothing kept. */
  clear(to?: T): void;
};

/**
 * State of a form that survives a reload, a crash and the end of a session: kept in localStorage under the person and the thing.
 * `thing` names what is edited, such as `work:0199…:report`; text only, no files. Never use it for passwords.
 */
export function useDraft<T>(thing: string, initial: T): Draft<T> {
  const key = `kheo.draft.${usePersonKey()}.${thing}`;
  const [start] = useState(() => read<T>(key));
  const [value, setValue] = useState<T>(start ?? initial);
  const [restored, setRestored] = useState(start !== null);
  const touched = useRef(false);

  useEffect(() => {
    if (!touched.current) return undefined;
    // Not at each key stroke; but whoever leaves or reloads before the timer must not lose the last words.
    const keep = () => touched.current && write(key, value);
    const timer = window.setTimeout(keep, 300);
    window.addEventListener("pagehide", keep);
    return () => {
      window.clearTimeout(timer);
      window.removeEventListener("pagehide", keep);
      keep();
    };
  }, [key, value]);

  const change = useCallback((next: T | ((before: T) => T)) => {
    touched.current = true;
    setValue(next);
  }, []);

  const clear = useCallback(
    (to?: T) => {
      touched.current = false;
      localStorage.removeItem(key);
      setRestored(false);
      setValue(to ?? initial);
    },
    [key, initial],
  );

  return { value, setValue: change, restored, clear };
}

function read<T>(key: string): T | null {
  try {
    const kept = localStorage.getItem(key);
    return kept === null ? null : (JSON.parse(kept) as T);
  } catch {
    return null;
  }
}

function write(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // The browser's storage is full or shut: the form still works, it only does not survive a reload.
  }
}
