import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { staffRoute } from "../shell/roots.tsx";
import { shows, sides, type WorkSearch } from "./search.ts";

const oneOf = <T extends string>(all: readonly T[], raw: unknown): T | undefined => all.find((each) => each === raw);
const text = (raw: unknown) => (typeof raw === "string" && raw !== "" ? raw : undefined);
const number = (raw: unknown) => (Number.isInteger(Number(raw)) && Number(raw) > 0 ? Number(raw) : undefined);

export const workRoutes = [
  createRoute({
    getParentRoute: () => staffRoute,
    path: "desk",
    component: lazyRouteComponent(() => import("./desk-page.tsx"), "DeskPage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "work",
    validateSearch: (raw: Record<string, unknown>): WorkSearch => ({
      text: text(raw["text"]),
      side: oneOf(sides, raw["side"]),
      show: oneOf(shows, raw["show"]),
      unit: number(raw["unit"]),
      plan: text(raw["plan"]),
      page: number(raw["page"]),
    }),
    component: lazyRouteComponent(() => import("./list-page.tsx"), "WorkListPage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "work/$workId",
    component: lazyRouteComponent(() => import("./item-page.tsx"), "WorkItemPage"),
  }),
] as const;
