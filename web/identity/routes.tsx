import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { openRoute } from "../shell/roots.tsx";

const text = (raw: unknown) => (typeof raw === "string" && raw !== "" ? raw : undefined);

/** Pages for whoever is not signed in yet. */
export const entryRoutes = [
  createRoute({
    getParentRoute: () => openRoute,
    path: "sign-in",
    validateSearch: (raw: Record<string, unknown>): { next?: string } => ({ next: text(raw["next"]) }),
    component: lazyRouteComponent(() => import("./entry/sign-in-page.tsx"), "SignInPage"),
  }),
  createRoute({
    getParentRoute: () => openRoute,
    path: "set-up",
    component: lazyRouteComponent(() => import("./entry/set-up-page.tsx"), "SetUpPage"),
  }),
  createRoute({
    getParentRoute: () => openRoute,
    path: "enter",
    component: lazyRouteComponent(() => import("./entry/enter-page.tsx"), "EnterPage"),
  }),
  createRoute({
    getParentRoute: () => openRoute,
    path: "forgotten",
    component: lazyRouteComponent(() => import("./entry/forgotten-page.tsx"), "ForgottenPage"),
  }),
] as const;
