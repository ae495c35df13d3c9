import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { testApp, type Person } from "../../test/support/app.ts";
import {
  call,
  endpointsOf,
  type Endpoint,
  type Example,
  type Input,
  type Make,
  type Matrix,
  type MatrixCaller,
  type MatrixWorld,
} from "../../test/support/matrix.ts";
import { unit } from "../../test/support/units.ts";
import { permissionsOf, roles, type Permission, type Role } from "../kernel/permissions.ts";
import { contract } from "../modules/contract.ts";
import { beginSession } from "../modules/identity/index.ts";
import { transaction } from "../platform/database/index.ts";

/**
 * Every endpoint × every role × inside and outside of reach, through HTTP. Nobody writes down what should happen: it follows
 * from the access that the endpoint declares, from the roles' permissions and from reach. A slice adds inputs only
 * (`src/modules/<slice>/matrix.ts`); an endpoint without an example fails.
 */
const app = await testApp();
const province = await unit(app.db, { kind: "province", name: "Tân Giang" });
const inside = await unit(app.db, { kind: "commune", name: "xã Bình Lâm", parentId: province });
const outside = await unit(app.db, { kind: "commune", name: "xã Hòa Phú", parentId: province });
const maker = await app.person({ name: "Lê Thị Hạnh", unit: province, role: "administrator" });
const world: MatrixWorld = { app, province, inside, outside, maker };

async function newIn(role: Role): Promise<MatrixCaller> {
  const person = await app.person({ name: `Người ${role}`, unit: inside, role });
  return { ...person, person };
}

/** One person of each role does everything everywhere. */
const standing = new Map<Role, Promise<MatrixCaller>>();
function standingIn(role: Role): Promise<MatrixCaller> {
  const known = standing.get(role) ?? newIn(role);
  standing.set(role, known);
  return known;
}

/** Only what is done to one's own entry (a closed session, a rotated token) must not reach into the next call. */
const actingIn = (slice: string, role: Role): Promise<MatrixCaller> => (slice === "identity" ? newIn(role) : standingIn(role));

/**
 * Inputs of one endpoint. One that was only read or refused is as it was and serves the next caller too, unless it is made for
 * the caller.
 */
function inputsOf(make: Make) {
  let kept: Promise<Input> | null = null;
  return async (caller: MatrixCaller, used: boolean): Promise<Input> => {
    if (used || make.length > 1) return make(world, caller);
    kept ??= Promise.resolve(make(world, caller));
    return kept;
  };
}

/** Somebody who has given the password and owes the second factor: refused everywhere too. */
const halfSignedIn = await (async (): Promise<MatrixCaller> => {
  const person: Person = await app.person({ name: "Y Mai", unit: inside, role: "administrator" });
  const { token } = await transaction(app.db, (tx) =>
    beginSession(tx, { personId: person.id, complete: false, shared: false, userAgent: "test", now: app.services.clock() }),
  );
  return { ...app.visitor(token), person };
})();

const stranger: MatrixCaller = { ...app.anonymous, person: null };

const admits = ({ access }: Endpoint, role: Role): boolean =>
  access === "public" || access === "half-signed-in" || access === "signed-in" || permissionsOf(role).includes(access as Permission);

function statusBeyond({ beyond }: Example): number {
  if (typeof beyond === "object" && "status" in beyond) return beyond.status;
  return beyond === "hidden" ? 404 : 403;
}

const endpoints = endpointsOf(contract);
const slices = [...new Set(endpoints.map(({ slice }) => slice))];

describe.each(slices)("%s", async (slice) => {
  const file = join(import.meta.dirname, `../modules/${slice}/matrix.ts`);
  const matrix: Matrix = existsSync(file) ? ((await import(file)) as { matrix: Matrix }).matrix : {};
  const own = endpoints.filter((endpoint) => endpoint.slice === slice);

  test("every endpoint has an example, and every example an endpoint", () => {
    expect(Object.keys(matrix).toSorted()).toEqual(own.map(({ name }) => name).toSorted());
    const silent = Object.entries(matrix).filter(([, { outside: beyond, why }]) => !beyond && !why);
    expect(silent.map(([name]) => `${name}: neither an outside nor why there is none`)).toEqual([]);
  });

  const tried = own.flatMap((endpoint) =>
    matrix[endpoint.name] ? [{ endpoint, example: matrix[endpoint.name] as Example, name: endpoint.name }] : [],
  );

  test.each(tried)("$name", async ({ endpoint, example }) => {
    const reads = endpoint.method === "GET";
    const changesBeyond = !reads && typeof example.beyond === "object" && "without" in example.beyond;
    const within = inputsOf(example.inside);
    const beyondReach = example.outside && inputsOf(example.outside);
    const input = await within(stranger, false);
    const told = (answer: { body: unknown }) => `${endpoint.method} ${endpoint.path}: ${JSON.stringify(answer.body)?.slice(0, 400)}`;
    const permitted = example.answers ?? endpoint.success;

    const anonymous = await call(stranger, endpoint, input);
    expect(anonymous.status, `a stranger, ${told(anonymous)}`).toBe(endpoint.access === "public" ? permitted : 401);
    if (endpoint.access !== "public" && endpoint.access !== "half-signed-in") {
      const half = await call(halfSignedIn, endpoint, input);
      expect([half.status, half.body.code], `without second factor, ${told(half)}`).toEqual([401, "second_factor_required"]);
    }

    for (const role of roles) {
      const admitted = admits(endpoint, role);
      const caller = await (admitted && !reads ? actingIn(slice, role) : standingIn(role));
      const answer = await call(caller, endpoint, admitted ? await within(caller, !reads) : input);
      if (!admitted) {
        expect([answer.status, answer.body.code], `${role}, ${told(answer)}`).toEqual([403, "forbidden"]);
        continue;
      }
      const allowed = !example.roles || example.roles.includes(role);
      expect(answer.status, `${role} within reach, ${told(answer)}`).toBe(allowed ? permitted : 403);
      if (!beyondReach) continue;
      const further = await (changesBeyond ? actingIn(slice, role) : standingIn(role));
      const wished = await beyondReach(further, changesBeyond);
      const beyond = await call(further, endpoint, wished);
      if (typeof example.beyond === "object" && "without" in example.beyond) {
        expect(beyond.status, `${role} beyond reach, ${told(beyond)}`).toBe(endpoint.success);
        expect(example.beyond.without(beyond.body, wished), `${role} sees what is beyond reach, ${told(beyond)}`).toBe(true);
      } else {
        expect(beyond.status, `${role} beyond reach, ${told(beyond)}`).toBe(statusBeyond(example));
      }
    }
  });
});
