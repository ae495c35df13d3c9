import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { staffRoute } from "../shell/roots.tsx";
import { contestRoutes } from "./contests/routes.tsx";
import type { ProposeSearch, RegisterSearch } from "./search.ts";

const text = (raw: unknown) => (typeof raw === "string" && raw !== "" ? raw : undefined);
const number = (raw: unknown) => (Number.isInteger(Number(raw)) && Number(raw) > 0 ? Number(raw) : undefined);

export const awardRoutes = [
  ...contestRoutes,
  createRoute({
    getParentRoute: () => staffRoute,
    path: "awards",
    validateSearch: (raw: Record<string, unknown>): { page?: number } => ({ page: number(raw["page"]) }),
    component: lazyRouteComponent(() => import("./list-page.tsx"), "CampaignListPage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "awards/new",
    component: lazyRouteComponent(() => import("./new-page.tsx"), "NewCampaignPage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "awards/register",
    validateSearch: (raw: Record<string, unknown>): RegisterSearch => ({
      text: text(raw["text"]),
      form: text(raw["form"]),
      subject: raw["subject"] === "collective" || raw["subject"] === "individual" ? raw["subject"] : undefined,
      year: number(raw["year"]),
      unit: number(raw["unit"]),
      exemplar: text(raw["exemplar"]),
      page: number(raw["page"]),
    }),
    component: lazyRouteComponent(() => import("./register-page.tsx"), "RegisterPage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "awards/register/new",
    component: lazyRouteComponent(() => import("./record-page.tsx"), "RecordAwardPage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "awards/forms",
    component: lazyRouteComponent(() => import("./forms-page.tsx"), "AwardFormsPage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "awards/candidates/$candidateId",
    component: lazyRouteComponent(() => import("./candidate-page.tsx"), "CandidatePage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "awards/$campaignId",
    component: lazyRouteComponent(() => import("./campaign-page.tsx"), "CampaignPage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "awards/$campaignId/propose",
    validateSearch: (raw: Record<string, unknown>): ProposeSearch => ({ exemplar: text(raw["exemplar"]) }),
    component: lazyRouteComponent(() => import("./propose-page.tsx"), "ProposePage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "awards/$campaignId/council",
    component: lazyRouteComponent(() => import("./council-page.tsx"), "CouncilPage"),
  }),
] as const;
