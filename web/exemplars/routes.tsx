import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { staffRoute } from "../shell/roots.tsx";
import { signalKinds } from "./likeness/signal-kinds.ts";
import {
  fields,
  gradeShows,
  kinds,
  levels,
  moneyRanges,
  nexts,
  resultKinds,
  sorts,
  states,
  type BoardSearch,
  type ExemplarListSearch,
  type ExemplarSearch,
  type GradesSearch,
  type NewRoundSearch,
  type NewSearch,
  type RoundListSearch,
  type SignalsSearch,
} from "./search.ts";

const oneOf = <T extends string>(all: readonly T[], raw: unknown): T | undefined => all.find((each) => each === raw);
const text = (raw: unknown) => (typeof raw === "string" && raw !== "" ? raw : undefined);
const number = (raw: unknown) => (Number.isInteger(Number(raw)) && Number(raw) > 0 ? Number(raw) : undefined);

export const exemplarRoutes = [
  createRoute({
    getParentRoute: () => staffRoute,
    path: "exemplars",
    validateSearch: (raw: Record<string, unknown>): ExemplarListSearch => ({
      text: text(raw["text"]),
      kind: oneOf(kinds, raw["kind"]),
      field: oneOf(fields, raw["field"]),
      state: oneOf(states, raw["state"]),
      theme: text(raw["theme"]),
      year: number(raw["year"]),
      unit: number(raw["unit"]),
      round: text(raw["round"]),
      own: raw["own"] === true ? true : undefined,
      quiet: raw["quiet"] === true ? true : undefined,
      step: number(raw["step"]),
      result: oneOf(resultKinds, raw["result"]),
      money: oneOf(moneyRanges, raw["money"]),
      next: oneOf(nexts, raw["next"]),
      level: oneOf(levels, raw["level"]),
      sort: oneOf(sorts, raw["sort"]),
      page: number(raw["page"]),
    }),
    component: lazyRouteComponent(() => import("./list-page.tsx"), "ExemplarListPage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "exemplars/compare",
    validateSearch: (raw: Record<string, unknown>): { ids?: string | undefined } => ({ ids: text(raw["ids"]) }),
    component: lazyRouteComponent(() => import("./learning/compare-page.tsx"), "ComparePage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "exemplars/peers",
    component: lazyRouteComponent(() => import("./learning/peers-page.tsx"), "PeersPage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "exemplars/signals",
    validateSearch: (raw: Record<string, unknown>): SignalsSearch => ({
      kind: oneOf(signalKinds, raw["kind"]),
      page: number(raw["page"]),
    }),
    component: lazyRouteComponent(() => import("./likeness/signals-page.tsx"), "SignalsPage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "exemplars/new",
    validateSearch: (raw: Record<string, unknown>): NewSearch => ({ round: text(raw["round"]) }),
    component: lazyRouteComponent(() => import("./new-page.tsx"), "NewExemplarPage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "exemplars/board",
    validateSearch: (raw: Record<string, unknown>): BoardSearch => ({ unit: number(raw["unit"]), year: number(raw["year"]) }),
    component: lazyRouteComponent(() => import("./boards/board-page.tsx"), "BoardPage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "exemplars/grades",
    validateSearch: (raw: Record<string, unknown>): GradesSearch => ({
      year: number(raw["year"]),
      unit: number(raw["unit"]),
      show: oneOf(gradeShows, raw["show"]),
      page: number(raw["page"]),
    }),
    component: lazyRouteComponent(() => import("./life/grades-page.tsx"), "GradesPage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "exemplars/rounds",
    validateSearch: (raw: Record<string, unknown>): RoundListSearch => ({ page: number(raw["page"]) }),
    component: lazyRouteComponent(() => import("./rounds/list-page.tsx"), "RoundListPage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "exemplars/rounds/new",
    validateSearch: (raw: Record<string, unknown>): NewRoundSearch => ({ plan: text(raw["plan"]), item: text(raw["item"]) }),
    component: lazyRouteComponent(() => import("./rounds/new-page.tsx"), "NewRoundPage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "exemplars/rounds/$roundId",
    component: lazyRouteComponent(() => import("./rounds/round-page.tsx"), "RoundPage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "exemplars/decisions",
    validateSearch: (raw: Record<string, unknown>): { page?: number | undefined } => ({ page: number(raw["page"]) }),
    component: lazyRouteComponent(() => import("./recognition/list-page.tsx"), "DecisionListPage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "exemplars/decisions/rules",
    component: lazyRouteComponent(() => import("./recognition/rules-page.tsx"), "RulesPage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "exemplars/decisions/blanks",
    component: lazyRouteComponent(() => import("./recognition/blanks-page.tsx"), "BlanksPage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "exemplars/decisions/$decisionId",
    component: lazyRouteComponent(() => import("./recognition/decision-page.tsx"), "DecisionPage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "exemplars/$exemplarId",
    validateSearch: (raw: Record<string, unknown>): ExemplarSearch => ({ tab: text(raw["tab"]) }),
    component: lazyRouteComponent(() => import("./exemplar-page.tsx"), "ExemplarPage"),
  }),
] as const;
