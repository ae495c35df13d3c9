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
    path: "documents/check",
    component: lazyRouteComponent(() => import("./check/draft-page.tsx"), "DraftPage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "documents/$documentId/check",
    component: lazyRouteComponent(() => import("./check/document-check-page.tsx"), "DocumentCheckPage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "documents/graph",
    validateSearch: (raw: Record<string, unknown>): { document?: string; number?: string; title?: string; date?: string } => ({
      document: text(raw["document"]),
      title: text(raw["title"]),
      // A number of digits alone arrives as a number, a date of a year alone as well.
      number: text(raw["number"]) ?? (typeof raw["number"] === "number" ? String(raw["number"]) : undefined),
      date: text(raw["date"]) ?? (typeof raw["date"] === "number" ? String(raw["date"]) : undefined),
    }),
    component: lazyRouteComponent(() => import("./graph-page.tsx"), "GraphPage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "documents/wanted",
    validateSearch: (raw: Record<string, unknown>): { often?: boolean; aside?: boolean; page?: number } => ({
      often: raw["often"] === true ? true : undefined,
      aside: raw["aside"] === true ? true : undefined,
      page: number(raw["page"]),
    }),
    component: lazyRouteComponent(() => import("./register-wanted-page.tsx"), "WantedPage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "documents/reviews-due",
    validateSearch: (raw: Record<string, unknown>): { year?: number } => ({ year: number(raw["year"]) }),
    component: lazyRouteComponent(() => import("./anniversaries-page.tsx"), "ReviewsDuePage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "documents/compare",
    validateSearch: (raw: Record<string, unknown>): { one?: string; other?: string } => ({
      one: text(raw["one"]),
      other: text(raw["other"]),
    }),
    component: lazyRouteComponent(() => import("./compare-page.tsx"), "ComparePage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "documents/readings",
    validateSearch: (raw: Record<string, unknown>): { id?: string } => ({ id: text(raw["id"]) }),
    component: lazyRouteComponent(() => import("./compare-page.tsx"), "CompareReadingsPage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "documents/$documentId",
    component: lazyRouteComponent(() => import("./document-page.tsx"), "DocumentPage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "documents/$documentId/pages",
    validateSearch: (raw: Record<string, unknown>): { page: number } => ({ page: number(raw["page"]) ?? 1 }),
    component: lazyRouteComponent(() => import("./pages/pages-page.tsx"), "PagesPage"),
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
