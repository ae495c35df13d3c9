import { expect, test } from "vitest";
import { endpointsOf } from "../../test/support/matrix.ts";
import { permissions } from "../kernel/permissions.ts";
import { contract } from "../modules/contract.ts";
import { modules } from "./modules.ts";

const endpoints = endpointsOf(contract);
const known: readonly unknown[] = ["public", "half-signed-in", "signed-in", ...permissions];

test("every endpoint declares who may call it", () => {
  expect(endpoints.length).toBeGreaterThan(30);
  expect(endpoints.filter(({ access }) => !known.includes(access)).map(({ slice, name }) => `${slice}.${name}`)).toEqual([]);
});

test("what anybody may call is this short list", () => {
  // Somebody who adds a line here has thought about strangers.
  expect(
    endpoints
      .filter(({ access }) => access === "public" || access === "half-signed-in")
      .map(({ slice, name }) => `${slice}.${name}`)
      .toSorted(),
  ).toEqual([
    // Whoever holds a unit's invitation, which travels in the body.
    "exemplars.registration.offers.amend",
    "exemplars.registration.offers.give",
    "exemplars.registration.offers.invited",
    "exemplars.registration.offers.own",
    "identity.account.beginSecondFactor",
    "identity.account.confirmSecondFactor",
    "identity.entry.acceptLink",
    "identity.entry.forgotten",
    "identity.entry.lookAtLink",
    "identity.entry.secondFactor",
    "identity.entry.session",
    "identity.entry.setUp",
    "identity.entry.signIn",
    "identity.entry.signOut",
    "identity.entry.state",
  ]);
});

test("no two endpoints share an address", () => {
  const addresses = endpoints.map(({ method, path }) => `${method} ${path.replaceAll(/\{[^}]+\}/g, "{}")}`);
  expect(addresses.filter((address, at) => addresses.indexOf(address) !== at)).toEqual([]);
});

test("every slice of the contract is carried out by a module of its name", () => {
  const carried = modules.filter(({ router }) => router).map(({ name }) => name);
  expect(Object.keys(contract).filter((slice) => !carried.includes(slice))).toEqual([]);
});
