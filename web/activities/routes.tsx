import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { isCalendarDate } from "../../src/kernel/time/dates.ts";
import { staffRoute } from "../shell/roots.tsx";
import { states, views, type ActivityListSearch, type CalendarSearch, type RecordSearch } from "./search.ts";

const oneOf = <T extends string>(all: readonly T[], raw: unknown): T | undefined => all.find((each) => each === raw);
const text = (raw: unknown) => (typeof raw === "string" && raw !== "" ? raw : undefined);
const number = (raw: unknown) => (Number.isInteger(Number(raw)) && Number(raw) > 0 ? Number(raw) : undefined);
const day = (raw: unknown) => (typeof raw === "string" && isCalendarDate(raw) ? raw : undefined);

export const activityRoutes = [
  createRoute({
    getParentRoute: () => staffRoute,
    path: "activities",
    validateSearch: (raw: Record<string, unknown>): ActivityListSearch => ({
      text: text(raw["text"]),
      kind: text(raw["kind"]),
      state: oneOf(states, raw["state"]),
      unit: number(raw["unit"]),
      from: day(raw["from"]),
      to: day(raw["to"]),
      rough: raw["rough"] === true ? true : undefined,
      plan: text(raw["plan"]),
      item: text(raw["item"]),
      page: number(raw["page"]),
    }),
    component: lazyRouteComponent(() => import("./list-page.tsx"), "ActivityListPage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "activities/new",
    validateSearch: (raw: Record<string, unknown>): RecordSearch => ({
      day: day(raw["day"]),
      kind: text(raw["kind"]),
      work: text(raw["work"]),
      name: text(raw["name"]),
      summary: text(raw["summary"]),
    }),
    component: lazyRouteComponent(() => import("./record-page.tsx"), "RecordPage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "activities/calendar",
    validateSearch: (raw: Record<string, unknown>): CalendarSearch => ({ view: oneOf(views, raw["view"]), day: day(raw["day"]) }),
    component: lazyRouteComponent(() => import("./calendar-page.tsx"), "CalendarPage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "activities/recurring",
    component: lazyRouteComponent(() => import("./templates-page.tsx"), "TemplatesPage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "activities/$activityId",
    component: lazyRouteComponent(() => import("./activity-page.tsx"), "ActivityPage"),
  }),
] as const;
