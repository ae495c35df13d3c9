import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { openRoute, staffRoute } from "../shell/roots.tsx";

const text = (raw: unknown) => (typeof raw === "string" && raw !== "" ? raw : undefined);
const number = (raw: unknown) => (Number.isInteger(Number(raw)) && Number(raw) > 0 ? Number(raw) : undefined);

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

export const identityRoutes = [
  createRoute({
    getParentRoute: () => staffRoute,
    path: "account",
    component: lazyRouteComponent(() => import("./account/account-page.tsx"), "AccountPage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "people",
    validateSearch: (raw: Record<string, unknown>): { search?: string; state?: string; role?: string; unit?: number; page?: number } => ({
      search: text(raw["search"]),
      state: text(raw["state"]),
      role: text(raw["role"]),
      unit: number(raw["unit"]),
      page: number(raw["page"]),
    }),
    component: lazyRouteComponent(() => import("./people/list-page.tsx"), "PeoplePage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "people/new",
    component: lazyRouteComponent(() => import("./people/invite-page.tsx"), "InvitePage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "people/$personId",
    component: lazyRouteComponent(() => import("./people/person-page.tsx"), "PersonPage"),
  }),
] as const;
