import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { staffRoute } from "../shell/roots.tsx";
import { kinds, states, type NewReportSearch, type ReportListSearch } from "./words.ts";

const text = (raw: unknown) => (typeof raw === "string" && raw !== "" ? raw : undefined);
const number = (raw: unknown) => (Number.isInteger(Number(raw)) && Number(raw) > 0 ? Number(raw) : undefined);

export const reportRoutes = [
  createRoute({
    getParentRoute: () => staffRoute,
    path: "reports",
    validateSearch: (raw: Record<string, unknown>): ReportListSearch => ({
      text: text(raw["text"]),
      kind: kinds.find((each) => each === raw["kind"]),
      state: states.find((each) => each === raw["state"]),
      page: number(raw["page"]),
    }),
    component: lazyRouteComponent(() => import("./list-page.tsx"), "ReportListPage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "reports/new",
    validateSearch: (raw: Record<string, unknown>): NewReportSearch => ({ round: text(raw["round"]), unit: number(raw["unit"]) }),
    component: lazyRouteComponent(() => import("./new-page.tsx"), "NewReportPage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "reports/templates",
    component: lazyRouteComponent(() => import("./templates-page.tsx"), "TemplatesPage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "reports/$reportId",
    component: lazyRouteComponent(() => import("./report-page.tsx"), "ReportPage"),
  }),
] as const;
