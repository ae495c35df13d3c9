import { useLocation } from "@tanstack/react-router";
import { useEffect, useRef } from "react";

/**
 * After a navigation the focus goes to the new page's heading, so that a screen reader says where one is and Tab goes on
 * from there. Not on the first page, and not when only the search part of the address changed (filters, tabs).
 */
export function useFocusOnNavigation(): void {
  const { pathname } = useLocation();
  const seen = useRef(pathname);
  useEffect(() => {
    if (seen.current === pathname) return undefined;
    seen.current = pathname;
    let tries = 0;
    const timer = window.setInterval(() => {
      const heading = document.querySelector<HTMLElement>("main h1");
      tries += 1;
      if (!heading && tries < 20) return;
      window.clearInterval(timer);
      // Whoever put the focus into the new page already (a form's first field) knows better.
      if (
        document.activeElement &&
        document.activeElement !== document.body &&
        document.querySelector("main")?.contains(document.activeElement)
      )
        return;
      const target = heading ?? document.querySelector<HTMLElement>("main");
      target?.setAttribute("tabindex", "-1");
      target?.focus({ preventScroll: true });
    }, 50);
    return () => window.clearInterval(timer);
  }, [pathname]);
}
