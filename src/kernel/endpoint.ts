import { oc, type HTTPMethod, type HTTPPath } from "@orpc/contract";
import type { Permission } from "./permissions.ts";

/**
 * Who may call an endpoint at all. `public`: anybody; `signed-in`: any person with a full session (second factor done);
 * `half-signed-in`: a session that still owes its second factor; otherwise a permission of the post in use.
 * The unit that the act touches is checked by the service (`authorise`), since only it knows the thing.
 */
export type Access = "public" | "half-signed-in" | "signed-in" | Permission;

export type EndpointMeta = { access: Access };

type Route = {
  method: HTTPMethod;
  path: HTTPPath;
  access: Access;
  /** One line in English for the API page; starts with a verb. */
  summary: string;
  description?: string;
  tag: string;
  /** HTTP status of success; 200 when not given. */
  successStatus?: number;
};

/**
 * Begins an endpoint of a contract: `endpoint({...}).input(schema).output(schema)`. There is no other way to begin one,
 * so no endpoint exists without a declared access.
 */
export function endpoint({ access, tag, ...route }: Route) {
  return oc.$meta<EndpointMeta>({ access }).route({ ...route, tags: [tag] });
}
