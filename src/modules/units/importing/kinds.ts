import { fold } from "../../../kernel/text.ts";
import { unitKinds, type UnitKind } from "../contract.ts";
import { kindNames } from "../messages.ts";

/** What offices write in the column "loại", folded. */
const written: Record<string, UnitKind> = {
  "trung uong": "country",
  nuoc: "country",
  tinh: "province",
  "thanh pho truc thuoc trung uong": "province",
  huyen: "district",
  quan: "district",
  "thi xa": "district",
  "thanh pho thuoc tinh": "district",
  "cap huyen": "district",
  xa: "commune",
  phuong: "commune",
  "thi tran": "commune",
  "dac khu": "commune",
  "cap xa": "commune",
  thon: "residential-area",
  ban: "residential-area",
  ap: "residential-area",
  buon: "residential-area",
  lang: "residential-area",
  xom: "residential-area",
  "to dan pho": "residential-area",
  tdp: "residential-area",
  "khu pho": "residential-area",
  khom: "residential-area",
  "khu dan cu": "residential-area",
  "dang uy": "party-committee",
  "tinh uy": "party-committee",
  "thanh uy": "party-committee",
  "huyen uy": "party-committee",
  hdnd: "peoples-council",
  ubnd: "peoples-committee",
  mttq: "front",
  "mat tran": "front",
  "uy ban mttq": "front",
  "ban cong tac mat tran": "front",
  ldld: "trade-union",
  "lien doan lao dong": "trade-union",
  "hoi phu nu": "womens-union",
  "hoi lhpn": "womens-union",
  doan: "youth-union",
  "tinh doan": "youth-union",
  "hoi ccb": "veterans",
  so: "department",
  phong: "department",
  "ban, nganh": "department",
  "co quan": "department",
  "cong an": "armed-force",
  "quan su": "armed-force",
  "bien phong": "armed-force",
  truong: "school",
  "ban truc thuoc": "board",
  "bo phan": "board",
  khac: "other-body",
};

const known = new Map<string, UnitKind>([
  ...unitKinds.flatMap((kind): [string, UnitKind][] => [
    [kind, kind],
    [fold(kindNames[kind].vi), kind],
    [fold(kindNames[kind].en), kind],
  ]),
  ...Object.entries(written),
]);

/** The kind that a cell names, in any of the ways people write it; "bản" is a village and "ban" could be a board: say which. */
export function kindOf(cell: string): UnitKind | undefined {
  if (/^ban$/iu.test(cell.trim())) return "board";
  return known.get(fold(cell));
}
