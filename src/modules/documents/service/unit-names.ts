import type { Database } from "../../../platform/database/index.ts";
import { namesMark, namesOfBodies } from "../../units/index.ts";
import { unitNames, type UnitNames } from "../compile/index.ts";

let kept: { mark: string; names: UnitNames } | null = null;

/** The bodies that the unit tree knows, as the compiler looks them up; read again only when a name has changed. */
export async function knownBodies(db: Database): Promise<UnitNames> {
  const mark = await namesMark(db);
  if (kept?.mark !== mark) kept = { mark, names: unitNames(await namesOfBodies(db)) };
  return kept.names;
}
