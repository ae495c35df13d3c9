import { createRoute, redirect } from "@tanstack/react-router";
import { openRoute, rootRoute, staffRoute } from "./roots.tsx";

const homeRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/documents" as never, replace: true });
  },
});

/** Every page of the application. One line per module, in its own `routes.tsx`. */
export const routeTree = rootRoute.addChildren([staffRoute.addChildren([homeRoute]), openRoute.addChildren([])]);
