import type { UnitKind } from "../units/contract.ts";
import {
  boardsMergedOn,
  communes,
  districtDivisions,
  districtPartyBoards,
  districts,
  districtsUntil,
  formerCommunes,
  frontBoards,
  mergedPartyBoards,
  partyBoards,
  provinceInNames,
  provinceName,
  provincialDepartments,
  provincialForces,
} from "./province.ts";

/** A unit of the demo, named by its own name and its parent's: names are unique among the demo's units of one parent. */
export type DemoUnit = {
  key: string;
  kind: UnitKind;
  name: string;
  parent: string | null;
  from: string;
  /** Last day; null while it exists. */
  until: string | null;
  /** Professional superior of the same organisation, and the committee that leads. */
  line?: string;
  party?: string;
};

const founded = "1997-01-01";
const lastDayOfDistricts = previousDay(districtsUntil);

type Add = (unit: Omit<DemoUnit, "key" | "from" | "until"> & Partial<Pick<DemoUnit, "key" | "from" | "until">>) => void;

/** Bodies that every commune has; the line leads to the body of the same kind at the province. */
const communeBodies: { kind: UnitKind; name: (commune: string) => string }[] = [
  { kind: "party-committee", name: (commune) => `Đảng ủy ${commune}` },
  { kind: "peoples-council", name: (commune) => `Hội đồng nhân dân ${commune}` },
  { kind: "peoples-committee", name: (commune) => `Ủy ban nhân dân ${commune}` },
  { kind: "front", name: (commune) => `Ủy ban MTTQ Việt Nam ${commune}` },
  { kind: "womens-union", name: (commune) => `Hội Liên hiệp Phụ nữ ${commune}` },
  { kind: "farmers-union", name: (commune) => `Hội Nông dân ${commune}` },
  { kind: "youth-union", name: (commune) => `Đoàn TNCS Hồ Chí Minh ${commune}` },
  { kind: "veterans", name: (commune) => `Hội Cựu chiến binh ${commune}` },
  { kind: "trade-union", name: (commune) => `Công đoàn ${commune}` },
];

const provincialBodies: { kind: UnitKind; name: string }[] = [
  { kind: "party-committee", name: "Tỉnh ủy Tân Giang" },
  { kind: "peoples-council", name: `Hội đồng nhân dân ${provinceInNames}` },
  { kind: "peoples-committee", name: `Ủy ban nhân dân ${provinceInNames}` },
  { kind: "front", name: `Ủy ban MTTQ Việt Nam ${provinceInNames}` },
  { kind: "womens-union", name: `Hội Liên hiệp Phụ nữ ${provinceInNames}` },
  { kind: "farmers-union", name: `Hội Nông dân ${provinceInNames}` },
  { kind: "youth-union", name: "Tỉnh đoàn Tân Giang" },
  { kind: "veterans", name: `Hội Cựu chiến binh ${provinceInNames}` },
  { kind: "trade-union", name: `Liên đoàn Lao động ${provinceInNames}` },
];

const nameOf = (kind: UnitKind) => provincialBodies.find((body) => body.kind === kind)?.name ?? "";
const inNames = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);

/** Every unit of the demo, parents before children, superiors before those whose line leads to them. */
export function demoUnits(): DemoUnit[] {
  const party = nameOf("party-committee");
  const units: DemoUnit[] = [{ key: provinceName, kind: "province", name: provinceName, parent: null, from: founded, until: null }];
  const add: Add = (unit) => void units.push({ key: unit.name, from: founded, until: null, ...unit });

  for (const body of provincialBodies) {
    add({ ...body, parent: provinceName, ...(body.kind === "party-committee" ? {} : { party }) });
  }
  for (const name of partyBoards) add({ kind: name.startsWith("Văn phòng") ? "office" : "board", name, parent: party });
  for (const name of mergedPartyBoards.before) add({ kind: "board", name, parent: party, until: previousDay(boardsMergedOn) });
  add({ kind: "board", name: mergedPartyBoards.since, parent: party, from: boardsMergedOn });
  for (const name of frontBoards) add({ kind: name.startsWith("Văn phòng") ? "office" : "board", name, parent: nameOf("front") });
  for (const name of provincialDepartments) add({ kind: "department", name, parent: provinceName, line: nameOf("peoples-committee") });
  for (const name of provincialForces) add({ kind: "armed-force", name, parent: provinceName, party });

  for (const name of districts) addDistrict(add, name);

  for (const { name, residentialAreas } of communes) {
    const commune = inNames(name);
    const from = districtsUntil;
    const committee = `Đảng ủy ${commune}`;
    add({ kind: "commune", name, parent: provinceName, from });
    for (const body of communeBodies) {
      const own = body.kind === "party-committee" ? { line: party } : { line: nameOf(body.kind), party: committee };
      add({ kind: body.kind, name: body.name(commune), parent: name, from, ...own });
    }
    for (const area of residentialAreas) {
      const key = `${area}, ${name}`;
      add({ key, kind: "residential-area", name: area, parent: name, from });
      // Board of the Front in a residential area: its professional superior is the commune's Front.
      add({
        key: `Ban Công tác Mặt trận ${key}`,
        kind: "front",
        name: `Ban Công tác Mặt trận ${inNames(area)}`,
        parent: key,
        from,
        line: `Ủy ban MTTQ Việt Nam ${commune}`,
      });
    }
  }
  return units;
}

/** A district as it was until the two levels of government: its bodies, and the communes that today's were made out of. */
function addDistrict(add: Add, name: string): void {
  const until = lastDayOfDistricts;
  const district = inNames(name);
  const own = name.replace(/^(Huyện|Thành phố) /, "");
  const committee = name.startsWith("Huyện") ? `Huyện ủy ${own}` : `Thành ủy ${own}`;
  const peoples = `Ủy ban nhân dân ${district}`;
  add({ kind: "district", name, parent: provinceName, until });
  add({ kind: "party-committee", name: committee, parent: name, line: nameOf("party-committee"), until });
  for (const board of districtPartyBoards) {
    add({ kind: board === "Văn phòng" ? "office" : "board", name: `${board} ${committee}`, parent: committee, until });
  }
  for (const body of bodiesOf(district)) add({ ...body, parent: name, party: committee, until });
  for (const division of districtDivisions) {
    add({ kind: "department", name: `${division} ${district}`, parent: name, line: peoples, until });
  }

  for (const former of formerCommunes.filter((each) => each.district === name)) {
    const key = `${former.name}, ${name}`;
    const commune = inNames(former.name);
    const led = `Đảng ủy ${commune}`;
    add({ key, kind: "commune", name: former.name, parent: name, until });
    add({ kind: "party-committee", name: led, parent: key, line: committee, until });
    for (const { kind, name: body } of communeBodies.filter((each) => each.kind !== "party-committee")) {
      const line = bodiesOf(district).find((each) => each.kind === kind)?.name ?? "";
      add({ kind, name: body(commune), parent: key, line, party: led, until });
    }
  }
}

/** The bodies of a district besides its Party committee, each in the line of the body of its kind at the province. */
function bodiesOf(district: string): { kind: UnitKind; name: string; line: string }[] {
  const named: [UnitKind, string][] = [
    ["peoples-council", `Hội đồng nhân dân ${district}`],
    ["peoples-committee", `Ủy ban nhân dân ${district}`],
    ["front", `Ủy ban MTTQ Việt Nam ${district}`],
    ["womens-union", `Hội Liên hiệp Phụ nữ ${district}`],
    ["farmers-union", `Hội Nông dân ${district}`],
    ["youth-union", `Đoàn TNCS Hồ Chí Minh ${district}`],
    ["veterans", `Hội Cựu chiến binh ${district}`],
    ["trade-union", `Liên đoàn Lao động ${district}`],
  ];
  return named.map(([kind, name]) => ({ kind, name, line: nameOf(kind) }));
}

function previousDay(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}
