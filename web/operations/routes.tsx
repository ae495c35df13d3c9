import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { staffRoute } from "../shell/roots.tsx";

export const operationsRoutes = [
  createRoute({
    getParentRoute: () => staffRoute,
    path: "administration",
    component: lazyRouteComponent(() => import("./administration-page.tsx"), "AdministrationPage"),
  }),
] as const;
