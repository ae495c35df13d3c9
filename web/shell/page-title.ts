import { useEffect } from "react";

/** The tab's title: what the page is first, since tabs show the beginning. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = title ? `${title} · Khéo` : "Khéo";
  }, [title]);
}
