import { createRootRoute, createRoute } from "@tanstack/react-router";
import { NotFoundPage, BrokenPage } from "./fallback-pages.tsx";
import { OpenLayout } from "./open-layout.tsx";
import { StaffLayout } from "./staff-layout.tsx";

export const rootRoute = createRootRoute({ notFoundComponent: NotFoundPage, errorComponent: BrokenPage });

/** Parent of every page for signed-in people: header, navigation, session. */
export const staffRoute = createRoute({ getParentRoute: () => rootRoute, id: "staff", component: StaffLayout });

/** Parent of the pages without a session: sign-in, invitation, first set-up. One narrow column. */
export const openRoute = createRoute({ getParentRoute: () => rootRoute, id: "open", component: OpenLayout });
