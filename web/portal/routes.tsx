import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { staffRoute } from "../shell/roots.tsx";
import { kinds, type ListSearch } from "./search.ts";

const oneOf = <T extends string>(all: readonly T[], raw: unknown): T | undefined => all.find((each) => each === raw);
const number = (raw: unknown) => (Number.isInteger(Number(raw)) && Number(raw) > 0 ? Number(raw) : undefined);

export const portalRoutes = [
  createRoute({
    getParentRoute: () => staffRoute,
    path: "publications",
    validateSearch: (raw: Record<string, unknown>): ListSearch => ({
      view: oneOf(["could", "closed"] as const, raw["view"]),
      kind: oneOf(kinds, raw["kind"]),
      text: typeof raw["text"] === "string" && raw["text"] !== "" ? raw["text"] : undefined,
      page: number(raw["page"]),
    }),
    component: lazyRouteComponent(() => import("./list-page.tsx"), "PublicationListPage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "publications/calendar",
    validateSearch: (raw: Record<string, unknown>): { year?: number | undefined } => ({ year: number(raw["year"]) }),
    component: lazyRouteComponent(() => import("./calendar-page.tsx"), "CalendarPage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "publications/stories/$storyId",
    component: lazyRouteComponent(() => import("./story-page.tsx"), "StoryPage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "publications/$kind/$thingId",
    component: lazyRouteComponent(() => import("./publication-page.tsx"), "PublicationPage"),
  }),
] as const;
