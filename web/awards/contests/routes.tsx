import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { staffRoute } from "../../shell/roots.tsx";

export const contestRoutes = [
  createRoute({
    getParentRoute: () => staffRoute,
    path: "awards/contests",
    validateSearch: (raw: Record<string, unknown>): { page?: number } => ({
      page: Number.isInteger(Number(raw["page"])) && Number(raw["page"]) > 0 ? Number(raw["page"]) : undefined,
    }),
    component: lazyRouteComponent(() => import("./list-page.tsx"), "ContestListPage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "awards/contests/new",
    component: lazyRouteComponent(() => import("./new-page.tsx"), "NewContestPage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "awards/contests/$contestId",
    component: lazyRouteComponent(() => import("./contest-page.tsx"), "ContestPage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "awards/contests/$contestId/enter",
    component: lazyRouteComponent(() => import("./enter-page.tsx"), "EnterPage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "awards/contests/entries/$entryId",
    component: lazyRouteComponent(() => import("./entry-page.tsx"), "EntryPage"),
  }),
] as const;
