import { createRoute, redirect } from "@tanstack/react-router";
import { activityRoutes } from "../activities/routes.tsx";
import { appraisalRoutes } from "../appraisal/routes.tsx";
import { awardRoutes } from "../awards/routes.tsx";
import { documentRoutes } from "../documents/routes.tsx";
import { invitedRoutes, registrationRoutes } from "../exemplars/registration/routes.tsx";
import { exemplarRoutes } from "../exemplars/routes.tsx";
import { entryRoutes, identityRoutes } from "../identity/routes.tsx";
import { indicatorRoutes } from "../indicators/routes.tsx";
import { noticeRoutes } from "../notices/routes.tsx";
import { operationsRoutes } from "../operations/routes.tsx";
import { workRoutes } from "../work/routes.tsx";
import { planRoutes } from "../plans/routes.tsx";
import { portalRoutes } from "../portal/routes.tsx";
import { reportRoutes } from "../reports/routes.tsx";
import { unitRoutes } from "../units/routes.tsx";
import { NotFoundPage } from "./fallback-pages.tsx";
import { openRoute, rootRoute, staffRoute } from "./roots.tsx";

const homeRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/desk", replace: true });
  },
});

/** An address that is no page: told inside the shell, so that the way on is at hand. */
const elsewhereRoute = createRoute({ getParentRoute: () => staffRoute, path: "$", component: NotFoundPage });

/** Every page of the application. One line per module, in its own `routes.tsx`. */
export const routeTree = rootRoute.addChildren([
  staffRoute.addChildren([
    homeRoute,
    elsewhereRoute,
    ...workRoutes,
    ...activityRoutes,
    ...unitRoutes,
    ...identityRoutes,
    ...documentRoutes,
    ...planRoutes,
    ...exemplarRoutes,
    ...registrationRoutes,
    ...awardRoutes,
    ...appraisalRoutes,
    ...indicatorRoutes,
    ...reportRoutes,
    ...noticeRoutes,
    ...portalRoutes,
    ...operationsRoutes,
  ]),
  openRoute.addChildren([...entryRoutes, ...invitedRoutes]),
]);
