import { problem } from "../../kernel/errors.ts";
import type { UnitId } from "../../kernel/ids.ts";
import type { Database } from "../../platform/database/index.ts";
import type { Addressees, UnitRef } from "./contract.ts";
import { addressBook as rulesFor } from "./domain/addressees/resolve.ts";
import { say } from "./messages.ts";
import { readWorld } from "./store/world.ts";

/** Answers many expressions of one issuer on one day: the directory is read once. */
export type AddressBook = (expression: string) => Addressees;

export async function addressBook(db: Database, { issuer, asOf }: { issuer: UnitId; asOf: string }): Promise<AddressBook> {
  const world = await readWorld(db, issuer, asOf);
  if (!world) throw problem("invalid_input", say("issuerNotThen"), { fields: { issuer: say("issuerNotThen") } });
  const refs = new Map(world.units.map((unit) => [unit.id, refOf(unit)]));
  const resolve = rulesFor(world);
  return (expression) => {
    const { units, left, understood, unclear } = resolve(expression);
    const known = (id: UnitId) => refs.get(id) ?? [];
    return {
      units: units.flatMap(known),
      left: left.flatMap(({ unit, why }) => [known(unit)].flat().map((ref) => ({ unit: ref, why }))),
      understood,
      unclear,
    };
  };
}

/** Whom an addressee expression ("mỗi xã", "MTTQ các huyện, thành phố", "Sở Nội vụ") means when `issuer` says it on the day. */
export async function resolveAddressees(
  db: Database,
  { expression, issuer, asOf }: { expression: string; issuer: UnitId; asOf: string },
): Promise<Addressees> {
  const book = await addressBook(db, { issuer, asOf });
  return book(expression);
}

function refOf({ id, name, kind, parentName }: { id: UnitId; name: string; kind: UnitRef["kind"]; parentName: string | null }): UnitRef {
  return { id, name, kind, ...(parentName === null ? {} : { areaName: parentName }) };
}
