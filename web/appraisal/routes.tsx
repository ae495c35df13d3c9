import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { staffRoute } from "../shell/roots.tsx";

const number = (raw: unknown) => (Number.isInteger(Number(raw)) && Number(raw) > 0 ? Number(raw) : undefined);
type Paged = { page?: number | undefined };
const paged = (raw: Record<string, unknown>): Paged => ({ page: number(raw["page"]) });

export const appraisalRoutes = [
  createRoute({
    getParentRoute: () => staffRoute,
    path: "appraisal",
    validateSearch: paged,
    component: lazyRouteComponent(() => import("./rounds/list-page.tsx"), "AppraisalPage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "appraisal/rounds/new",
    component: lazyRouteComponent(() => import("./rounds/new-page.tsx"), "NewAppraisalPage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "appraisal/rounds/$roundId",
    component: lazyRouteComponent(() => import("./rounds/round-page.tsx"), "AppraisalRoundPage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "appraisal/rubrics",
    validateSearch: paged,
    component: lazyRouteComponent(() => import("./rubrics/list-page.tsx"), "RubricListPage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "appraisal/rubrics/new",
    validateSearch: ({ from }): { from?: string } => (typeof from === "string" ? { from } : {}),
    component: lazyRouteComponent(() => import("./rubrics/new-page.tsx"), "NewRubricPage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "appraisal/rubrics/$rubricId",
    component: lazyRouteComponent(() => import("./rubrics/rubric-page.tsx"), "RubricPage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "appraisal/subjects/$subjectId",
    component: lazyRouteComponent(() => import("./subjects/subject-page.tsx"), "SubjectPage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "appraisal/sheets",
    component: lazyRouteComponent(() => import("./sheets/list-page.tsx"), "SheetListPage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "appraisal/sheets/$sheetId",
    component: lazyRouteComponent(() => import("./sheets/sheet-page.tsx"), "SheetPage"),
  }),
] as const;
