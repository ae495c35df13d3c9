import { canSeePerson, canSeePost, identityJobs, identityRoutes } from "../modules/identity/index.ts";
import type { Module } from "../platform/module.ts";

/** The slices in the order of DESIGN.md. The server, the command line and the tests read this one list. */
export const modules: Module[] = [
  { name: "identity", router: identityRoutes, jobs: identityJobs, canSee: { person: canSeePerson, post: canSeePost } },
];
