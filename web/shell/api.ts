import { createORPCClient, ORPCError } from "@orpc/client";
import type { ContractRouterClient } from "@orpc/contract";
import type { JsonifiedClient } from "@orpc/openapi-client";
import { OpenAPILink } from "@orpc/openapi-client/fetch";
import { createTanstackQueryUtils } from "@orpc/tanstack-query";
import routes from "virtual:routes-of-api";
import type { contract } from "../../src/modules/contract.ts";
import { ApiError, apiErrorFrom, asApiError } from "./api-error.ts";
import { currentLanguage } from "./language-setting.ts";

const link = new OpenAPILink(routes, {
  url: `${window.location.origin}/api`,
  headers: () => ({ "accept-language": currentLanguage() }),
  customErrorResponseBodyDecoder: (body, response) => new ORPCError("INTERNAL_SERVER_ERROR", { data: { body, status: response.status } }),
  interceptors: [
    async ({ next }) => {
      try {
        return await next();
      } catch (error) {
        if (error instanceof DOMException && error.name === "AbortError") throw error;
        if (error instanceof ORPCError) {
          const { body, status } = error.data as { body: unknown; status: number };
          throw apiErrorFrom(body, status);
        }
        throw asApiError(error);
      }
    },
  ],
});

/** The API, typed by the contract: `await api.units.get({ id })`. Throws `ApiError` and nothing else (but aborts). */
export const api: JsonifiedClient<ContractRouterClient<typeof contract>> = createORPCClient(link);

/** The same for TanStack Query: `useQuery(orpc.units.get.queryOptions({ input: { id } }))`. */
export const orpc = createTanstackQueryUtils(api);

/** Whether the server's contract has an endpoint: a part of the shell that depends on it shows itself only then. */
export function hasEndpoint(...path: string[]): boolean {
  let at: unknown = routes;
  for (const key of path) at = typeof at === "object" && at !== null ? (at as Record<string, unknown>)[key] : undefined;
  return at !== undefined;
}

export { ApiError };
