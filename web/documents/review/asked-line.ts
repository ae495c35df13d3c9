import { useSearch } from "@tanstack/react-router";
import { useEffect, useEffectEvent } from "react";
import { scrollToLine } from "./moving.ts";

/** Another page can point at a line of the text (`?line=22`: "because of these words"): it is shown as the screen opens. */
export function useAskedLine(onShowText: () => void): void {
  const { line } = useSearch({ from: "/staff/documents/$documentId/review" });
  const show = useEffectEvent((asked: number) => {
    onShowText();
    window.requestAnimationFrame(() => scrollToLine(asked));
  });
  useEffect(() => {
    if (line !== undefined) show(line);
  }, [line]);
}
