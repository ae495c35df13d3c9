import { isContractProcedure, type AnyContractRouter } from "@orpc/contract";
import type { Access, EndpointMeta } from "../../src/kernel/endpoint.ts";
import type { UnitId } from "../../src/kernel/ids.ts";
import type { Role } from "../../src/kernel/permissions.ts";
import type { Answer, Person, TestApp, Visitor } from "./app.ts";

/** Path parameters, query and body in one object, as the endpoint's input has them. A `File` in it makes the call multipart. */
export type Input = Record<string, unknown>;

/**
 * Where a matrix test plays: two communes side by side in one province. Every caller holds one post, at `inside`; nothing of
 * theirs reaches `outside`. A slice makes what it needs below one of the two.
 */
export type MatrixWorld = {
  app: TestApp;
  province: UnitId;
  inside: UnitId;
  outside: UnitId;
  /** An administrator of the province, to make things with. */
  maker: Person;
};

/** Who is about to call; a stranger has nothing. */
export type MatrixCaller = Visitor & { person: Person | null };

/** Makes an input. One that asks for the caller makes it for that caller. */
export type Make = (world: MatrixWorld, caller: MatrixCaller) => Input | Promise<Input>;

/**
 * How one endpoint is called in the matrix. The expectation comes from its declared access: who is not admitted is refused
 * (401, 403) whatever they send; who is admitted succeeds within reach, and beyond it gets what `beyond` says.
 */
export type Example = {
  /** Input for a call on something within the caller's reach. Made anew for each call that acts, so it may be used up by it. */
  inside: Make;
  /** The same on something beyond reach. Without it the endpoint must touch no unit, and `why` says so. */
  outside?: Make;
  /** What a call beyond reach gets: refused (403), hidden (404), another status, or an answer in which the thing is not (`without`). */
  beyond?: "forbidden" | "hidden" | { status: number } | { without: (body: any, input: Input) => boolean }; // oxlint-disable-line typescript/no-explicit-any -- answers of every shape
  /** Why the endpoint touches no unit, when there is no `outside`. */
  why?: string;
  /** Roles that the slice's policy admits within reach, when fewer than the declared access does. */
  roles?: readonly Role[];
  /** HTTP status of a permitted call, when the act cannot succeed in the matrix (a code that only a telephone knows). */
  answers?: number;
};

/** A slice's examples by the endpoint's place in its contract: `"people.list"`. Exported as `matrix` from `<slice>/matrix.ts`. */
export type Matrix = Record<string, Example>;

export type Endpoint = { slice: string; name: string; access: Access | undefined; method: string; path: string; success: number };

/** Every endpoint of the contract, with its slice (the first key) and its place in it. */
export function endpointsOf(contract: Record<string, AnyContractRouter>): Endpoint[] {
  return Object.entries(contract).flatMap(([slice, router]) => walk(router, slice, []));
}

function walk(router: AnyContractRouter, slice: string, place: string[]): Endpoint[] {
  if (isContractProcedure(router)) {
    const { meta, route } = router["~orpc"];
    return [
      {
        slice,
        name: place.join("."),
        access: (meta as Partial<EndpointMeta>).access,
        method: route.method ?? "POST",
        path: route.path ?? "",
        success: route.successStatus ?? 200,
      },
    ];
  }
  return Object.entries(router).flatMap(([key, part]) => walk(part as AnyContractRouter, slice, [...place, key]));
}

/** Sends the input as the endpoint's route wants it: names in the path, the rest as query or body. */
export function call(visitor: Visitor, { method, path }: Endpoint, input: Input): Promise<Answer> {
  const rest = { ...input };
  const filled = path.replace(/\{\+?([^}]+)\}/g, (_all, name: string) => {
    const value = rest[name];
    delete rest[name];
    return encodeURIComponent(String(value));
  });
  if (Object.values(rest).some((value) => value instanceof File)) return visitor.upload(filled, formFields(rest));
  switch (method) {
    case "GET":
      return visitor.get(filled, rest);
    case "PUT":
      return visitor.put(filled, rest);
    case "PATCH":
      return visitor.patch(filled, rest);
    case "DELETE":
      return visitor.delete(filled, rest);
    default:
      return visitor.post(filled, rest);
  }
}

const formFields = (input: Input): Record<string, string | File> =>
  Object.fromEntries(Object.entries(input).map(([name, value]) => [name, value instanceof File ? value : String(value)]));
