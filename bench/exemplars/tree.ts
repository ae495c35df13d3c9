import { sql } from "kysely";
import type { UnitId } from "../../src/kernel/ids.ts";
import { importUnits } from "../../src/modules/units/index.ts";
import type { Database } from "../../src/platform/database/index.ts";

export const provinces = 34;
/** Of each province: 3,332 in all, as the country has 3,321. */
export const communes = 98;
/** Of each commune, each with its board. */
const villages = 2;

const names = ["Bình Lâm", "Hòa Phú", "Đông Kinh", "Tân Lập", "An Khê", "Phú Thịnh", "Vĩnh Sơn", "Long Điền", "Yên Thượng", "Minh Châu"];
const country = "Nước Khéo";
const centre = "Ủy ban Trung ương MTTQ";

/** A country of provinces, communes and residential areas, each with its Front in the line of the one above. */
function rows(): object[] {
  const all: object[] = [
    { kind: "country", name: country },
    { kind: "front", name: centre, parent: country },
  ];
  for (let p = 1; p <= provinces; p++) {
    const province = `Tỉnh Tân ${p}`;
    const front = `Ủy ban MTTQ tỉnh Tân ${p}`;
    all.push({ kind: "province", name: province, parent: country }, { kind: "front", name: front, parent: province, line: centre });
    for (let c = 1; c <= communes; c++) {
      const place = `${names[c % names.length]} ${p}.${c}`;
      all.push({ kind: "commune", name: `Xã ${place}`, parent: province });
      all.push({ kind: "front", name: `MTTQ xã ${place}`, parent: `Xã ${place}`, line: front });
      for (let v = 1; v <= villages; v++) {
        all.push({ kind: "residential-area", name: `Thôn ${v} ${place}`, parent: `Xã ${place}` });
        all.push({ kind: "front", name: `Ban CTMT thôn ${v} ${place}`, parent: `Thôn ${v} ${place}`, line: `MTTQ xã ${place}` });
      }
    }
  }
  return all;
}

export type Tree = { centre: UnitId; province: UnitId; front: UnitId; commune: UnitId; communeFront: UnitId };

/** Imports the country as an office does; returns the first province's and its first commune's units. */
export async function makeTree(db: Database): Promise<Tree> {
  const bytes = new TextEncoder().encode(JSON.stringify(rows()));
  const report = await importUnits(db, { system: "bench" }, { file: { bytes, name: "units.json" }, mode: "all" });
  if (!report.written) throw new Error(`units refused: ${JSON.stringify(report.rejected.slice(0, 3))}`);
  const idOf = async (name: string): Promise<UnitId> => {
    const { rows: found } = await sql<{ id: UnitId }>`select unit_id as id from unit_edge where name = ${name}`.execute(db);
    if (!found[0]) throw new Error(`no unit ${name}`);
    return found[0].id;
  };
  const place = `${names[1]} 1.1`;
  return {
    centre: await idOf(centre),
    province: await idOf("Tỉnh Tân 1"),
    front: await idOf("Ủy ban MTTQ tỉnh Tân 1"),
    commune: await idOf(`Xã ${place}`),
    communeFront: await idOf(`MTTQ xã ${place}`),
  };
}
