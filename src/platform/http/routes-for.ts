import type { AnyContractRouter } from "@orpc/contract";
import { implement, os as server, type ImplementerInternalWithMiddlewares } from "@orpc/server";
import { authorise, may } from "../../kernel/actor.ts";
import type { Access, EndpointMeta } from "../../kernel/endpoint.ts";
import { problem } from "../../kernel/errors.ts";
import { actorOf, callerOf, halfCallerOf, type RequestContext } from "./context.ts";

/** Refuses a caller whom the endpoint's declared access does not admit. The service checks the unit. */
export function admit(access: Access | undefined, context: RequestContext): void {
  switch (access) {
    case "public":
      return;
    case "half-signed-in":
      halfCallerOf(context);
      return;
    case "signed-in":
      callerOf(context);
      return;
    case undefined:
      throw problem("forbidden", { vi: "Chức năng này chưa được mở cho ai.", en: "This endpoint declares no access." });
    default:
      authorise(may(actorOf(context), access), access);
  }
}

/** In front of every handler of every slice. */
const gate = server.$context<RequestContext>().middleware(({ context, next, procedure }) => {
  const meta = procedure["~orpc"].meta as Partial<EndpointMeta>;
  admit(meta.access, context);
  return next();
});

/**
 * The implementer of a slice's contract, with the gate in front of every handler:
 * `const os = routesFor(unitsContract)` … `os.router({ get: os.get.handler(…) })`.
 */
export function routesFor<C extends AnyContractRouter>(contract: C): ImplementerInternalWithMiddlewares<C, RequestContext, RequestContext> {
  // The library's type of `use` is a union over "one procedure or a router", which cannot be called generically.
  const implementer = implement(contract).$context<RequestContext>() as unknown as {
    use(middleware: typeof gate): ImplementerInternalWithMiddlewares<C, RequestContext, RequestContext>;
  };
  return implementer.use(gate);
}
