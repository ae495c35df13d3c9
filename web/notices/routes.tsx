import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { staffRoute } from "../shell/roots.tsx";

export const noticeRoutes = [
  createRoute({
    getParentRoute: () => staffRoute,
    path: "reminders",
    component: lazyRouteComponent(() => import("./reminders-page.tsx"), "RemindersPage"),
  }),
] as const;
