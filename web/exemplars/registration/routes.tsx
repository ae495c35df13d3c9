import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { openRoute, staffRoute } from "../../shell/roots.tsx";

export const registrationRoutes = [
  createRoute({
    getParentRoute: () => staffRoute,
    path: "exemplars/invitations",
    component: lazyRouteComponent(() => import("./invitations-page.tsx"), "InvitationsPage"),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: "exemplars/import",
    component: lazyRouteComponent(() => import("./import-page.tsx"), "ImportPage"),
  }),
] as const;

/** Without a session: for whoever has a unit's link, or the receipt of what they sent. */
export const invitedRoutes = [
  createRoute({
    getParentRoute: () => openRoute,
    path: "invited",
    component: lazyRouteComponent(() => import("./invited-page.tsx"), "InvitedPage"),
  }),
  createRoute({
    getParentRoute: () => openRoute,
    path: "invited/mine",
    component: lazyRouteComponent(() => import("./own-offer-page.tsx"), "OwnOfferPage"),
  }),
] as const;
