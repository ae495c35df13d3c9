import { useLocation, useRouter } from "@tanstack/react-router";
import { useEffect, useRef } from "react";

/**
 * After a navigation the focus goes to the new page's heading, so that a screen reader says where one is and Tab goes on
 * from there. Not on the first page, and not when only the search part of the address changed (filters, tabs).
 */
export function useFocusOnNavigation(): void {
  const { pathname } = useLocation();
  const router = useRouter();
  const seen = useRef(pathname);
  useEffect(() => {
    if (seen.current === pathname) return undefined;
    seen.current = pathname;
    const before = document.activeElement;
    let tries = 0;
    // The page may still be on its way (its file, its data): its heading is waited for, ten seconds at most.
    const timer = window.setInterval(() => {
      // Until the new page is loaded the old one stands, with a heading that is about to go.
      const { resolvedLocation, status } = router.state;
      const shown = status === "idle" && resolvedLocation?.pathname === pathname;
      const heading = shown ? document.querySelector<HTMLElement>("main h1") : null;
      tries += 1;
      if (!heading && tries < 200) return;
      window.clearInterval(timer);
      // Whoever moved the focus meanwhile (a form's first field, the person) knows better.
      const now = document.activeElement;
      if (!heading || (now !== before && now !== document.body && now !== null)) return;
      heading.setAttribute("tabindex", "-1");
      heading.focus({ preventScroll: true });
    }, 50);
    return () => window.clearInterval(timer);
  }, [pathname, router]);
}
