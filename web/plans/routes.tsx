import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { staffRoute } from "../shell/roots.tsx";
import type { PlanListSearch } from "./words.ts";

type PlanSearch = { tab?: string; edition?: number };

const text = (raw: unknown) => (typeof raw === "string" && raw !== "" ? raw : undefined);
const number = (raw: unknown) => (Number.isInteger(Number(raw)) && Number(raw) > 0 ? Number(raw) : undefined);

export const planRoutes = [
  createRoute({
    getParentRoute: () => staffRoute,
    path: "plans",
    validateSearch: (raw: Record<string, unknown>): PlanListSearch => ({
      text: text(raw["text"]),
      state: text(raw["state"]),
      standing: text(raw["standing"]),
      page: number(raw["page"]),
    }),
    component: lazyRouteComponent(() => import("./list-page.tsx"), "PlanListPage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "plans/new",
    validateSearch: (raw: Record<string, unknown>): { document?: string } => ({ document: text(raw["document"]) }),
    component: lazyRouteComponent(() => import("./new-page.tsx"), "NewPlanPage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "plans/$planId",
    validateSearch: (raw: Record<string, unknown>): PlanSearch => ({ tab: text(raw["tab"]), edition: number(raw["edition"]) }),
    component: lazyRouteComponent(() => import("./plan-page.tsx"), "PlanPage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "plans/$planId/prepare",
    validateSearch: (raw: Record<string, unknown>): { step?: number } => ({ step: number(raw["step"]) }),
    component: lazyRouteComponent(() => import("./prepare/prepare-page.tsx"), "PreparePage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "plans/$planId/child",
    component: lazyRouteComponent(() => import("./child/child-page.tsx"), "ChildPage"),
  }),
] as const;
