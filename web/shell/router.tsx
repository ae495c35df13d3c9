import { createRouter } from "@tanstack/react-router";
import { BrokenPage, NotFoundPage } from "./fallback-pages.tsx";
import { PageLoading } from "../ui/busy.tsx";
import { routeTree } from "./routes.tsx";

export const router = createRouter({
  routeTree,
  basepath: "/app",
  defaultPreload: "intent",
  defaultPendingComponent: PageLoading,
  defaultPendingMs: 250,
  defaultErrorComponent: BrokenPage,
  defaultNotFoundComponent: NotFoundPage,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
