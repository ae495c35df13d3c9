import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { staffRoute } from "../shell/roots.tsx";
import type { RegisterSearch } from "./register-search.ts";

const text = (raw: unknown) => (typeof raw === "string" && raw !== "" ? raw : undefined);
const number = (raw: unknown) => (Number.isInteger(Number(raw)) && Number(raw) > 0 ? Number(raw) : undefined);

export const documentRoutes = [
  createRoute({
    getParentRoute: () => staffRoute,
    path: "documents",
    validateSearch: (raw: Record<string, unknown>): RegisterSearch => ({
      text: text(raw["text"]),
      state: text(raw["state"]),
      type: text(raw["type"]),
      year: number(raw["year"]),
      page: number(raw["page"]),
    }),
    component: lazyRouteComponent(() => import("./register-page.tsx"), "RegisterPage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "documents/$documentId",
    component: lazyRouteComponent(() => import("./document-page.tsx"), "DocumentPage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "documents/$documentId/review",
    validateSearch: (raw: Record<string, unknown>): { filter?: string; order?: string; line?: number } => ({
      // Other pages point at the words that ask for something.
      line: number(raw["line"]),
      filter: text(raw["filter"]),
      order: text(raw["order"]),
    }),
    component: lazyRouteComponent(() => import("./review/review-page.tsx"), "ReviewPage"),
  }),
] as const;
