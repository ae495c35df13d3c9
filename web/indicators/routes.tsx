import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { staffRoute } from "../shell/roots.tsx";
import type { ListSearch } from "./search.ts";

const text = (raw: unknown) => (typeof raw === "string" && raw !== "" ? raw : undefined);
const number = (raw: unknown) => (Number.isInteger(Number(raw)) && Number(raw) > 0 ? Number(raw) : undefined);

const listSearch = (raw: Record<string, unknown>): ListSearch => ({
  text: text(raw["text"]),
  state: text(raw["state"]),
  page: number(raw["page"]),
});

export const indicatorRoutes = [
  createRoute({
    getParentRoute: () => staffRoute,
    path: "figures",
    component: lazyRouteComponent(() => import("./landing-page.tsx"), "FiguresPage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "rounds/$roundId/units/$unitId",
    component: lazyRouteComponent(() => import("./entry/entry-page.tsx"), "OpenEntryPage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "submissions/$submissionId",
    component: lazyRouteComponent(() => import("./entry/entry-page.tsx"), "EntryPage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "approvals",
    validateSearch: (raw: Record<string, unknown>): { round?: string | undefined; page?: number | undefined } => ({
      round: text(raw["round"]),
      page: number(raw["page"]),
    }),
    component: lazyRouteComponent(() => import("./approval/queue-page.tsx"), "ApprovalQueuePage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "approvals/$submissionId",
    component: lazyRouteComponent(() => import("./approval/approval-page.tsx"), "ApprovalPage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "rounds/$roundId",
    validateSearch: (raw: Record<string, unknown>): { tab?: string | undefined; area?: number | undefined; tier?: string | undefined } => ({
      tab: text(raw["tab"]),
      area: number(raw["area"]),
      tier: text(raw["tier"]),
    }),
    component: lazyRouteComponent(() => import("./room/room-page.tsx"), "RoomPage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "forms",
    validateSearch: listSearch,
    component: lazyRouteComponent(() => import("./forms/list-page.tsx"), "FormListPage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "forms/new",
    component: lazyRouteComponent(() => import("./forms/new-page.tsx"), "NewFormPage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "forms/from-outline",
    component: lazyRouteComponent(() => import("./intake/intake-page.tsx"), "IntakePage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "forms/$formId",
    validateSearch: (raw: Record<string, unknown>): { edition?: number | undefined } => ({ edition: number(raw["edition"]) }),
    component: lazyRouteComponent(() => import("./forms/form-page.tsx"), "FormPage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "forms/$formId/edit",
    component: lazyRouteComponent(() => import("./forms/builder-page.tsx"), "BuilderPage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "dictionary",
    validateSearch: listSearch,
    component: lazyRouteComponent(() => import("./dictionary/list-page.tsx"), "DictionaryPage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "dictionary/$indicatorId",
    component: lazyRouteComponent(() => import("./dictionary/indicator-page.tsx"), "IndicatorPage"),
  }),
] as const;
