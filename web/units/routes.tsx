import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { staffRoute } from "../shell/roots.tsx";

/** The day as of which the tree is shown; today when it is not in the address. */
export type UnitsSearch = { asOf?: string };

/** The question stands in the address, so that the way back from a unit and a reload keep it. */
export type AddresseesSearch = { expression?: string; issuer?: number; asOf?: string };

const day = (raw: unknown) => (typeof raw === "string" && /^\d{4}-\d{2}-\d{2}$/.test(raw) ? raw : undefined);
const withDay = (raw: Record<string, unknown>): UnitsSearch => ({ asOf: day(raw["asOf"]) });

export const unitRoutes = [
  createRoute({
    getParentRoute: () => staffRoute,
    path: "units",
    validateSearch: withDay,
    component: lazyRouteComponent(() => import("./units-page.tsx"), "UnitsPage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "units/$unitId",
    validateSearch: withDay,
    component: lazyRouteComponent(() => import("./unit-page.tsx"), "UnitPage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "units/import",
    component: lazyRouteComponent(() => import("./import-page.tsx"), "ImportPage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "units/addressees",
    validateSearch: (raw: Record<string, unknown>): AddresseesSearch => ({
      expression: typeof raw["expression"] === "string" && raw["expression"] !== "" ? raw["expression"] : undefined,
      issuer: Number.isInteger(Number(raw["issuer"])) && Number(raw["issuer"]) > 0 ? Number(raw["issuer"]) : undefined,
      asOf: day(raw["asOf"]),
    }),
    component: lazyRouteComponent(() => import("./addressees-page.tsx"), "AddresseesPage"),
  }),
] as const;
