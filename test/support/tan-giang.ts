import type { UnitId } from "../../src/kernel/ids.ts";
import { exportUnits, importUnits } from "../../src/modules/units/index.ts";
import type { Database } from "../../src/platform/database/index.ts";

/**
 * A small fictional province with a past: districts until 30/6/2025, communes that stayed, one that was a thị trấn, one that
 * began in 2025; bodies of each, some of them abolished. Keys are unit names, so tests read like the documents they imitate.
 */
type Row = {
  key?: string;
  parent?: string;
  kind: string;
  name: string;
  from?: string;
  until?: string;
  codes?: string;
  line?: string;
  party?: string;
};

const before = { until: "30/06/2025" };
const after = { from: "01/07/2025" };

const province = "Tỉnh Tân Giang";
const front = "Ủy ban MTTQ Việt Nam tỉnh Tân Giang";

const provinceBodies: Row[] = [
  { kind: "party-committee", name: "Tỉnh ủy Tân Giang" },
  { kind: "peoples-council", name: "HĐND tỉnh Tân Giang", party: "Tỉnh ủy Tân Giang" },
  { kind: "peoples-committee", name: "UBND tỉnh Tân Giang", party: "Tỉnh ủy Tân Giang" },
  { kind: "front", name: front, party: "Tỉnh ủy Tân Giang" },
  { kind: "trade-union", name: "Liên đoàn Lao động tỉnh Tân Giang" },
  { kind: "farmers-union", name: "Hội Nông dân tỉnh Tân Giang" },
  { kind: "womens-union", name: "Hội Liên hiệp Phụ nữ tỉnh Tân Giang" },
  { kind: "youth-union", name: "Tỉnh Đoàn Tân Giang" },
  { kind: "veterans", name: "Hội Cựu chiến binh tỉnh Tân Giang" },
  { kind: "department", name: "Sở Nội vụ" },
  { kind: "department", name: "Sở Khoa học và Công nghệ" },
  { kind: "department", name: "Sở Văn hóa, Thể thao và Du lịch" },
  { kind: "armed-force", name: "Công an tỉnh" },
  { kind: "armed-force", name: "Bộ Chỉ huy Quân sự tỉnh" },
  { kind: "steering-committee", name: "Ban Chỉ đạo phong trào thi đua Dân vận khéo tỉnh" },
].map((row) => ({ ...row, parent: province }));

const boards: Row[] = [
  { kind: "board", name: "Ban Dân chủ - Pháp luật", parent: front },
  { kind: "board", name: "Ban Phong trào - Dân tộc và Tôn giáo", parent: front },
  { kind: "board", name: "Ban Tổ chức - Tuyên giáo", parent: front },
  { kind: "office", name: "Văn phòng", parent: front },
  { kind: "board", name: "Ban Dân vận Tỉnh ủy", parent: "Tỉnh ủy Tân Giang", until: "28/02/2025" },
  { kind: "board", name: "Ban Tuyên giáo Tỉnh ủy", parent: "Tỉnh ủy Tân Giang", until: "28/02/2025" },
  { kind: "board", name: "Ban Tuyên giáo và Dân vận Tỉnh ủy", parent: "Tỉnh ủy Tân Giang", from: "01/03/2025" },
  { kind: "board", name: "Ban Tổ chức Tỉnh ủy", parent: "Tỉnh ủy Tân Giang" },
  { kind: "office", name: "Văn phòng Tỉnh ủy", parent: "Tỉnh ủy Tân Giang" },
  { kind: "office", name: "Văn phòng UBND tỉnh", parent: "UBND tỉnh Tân Giang" },
];

const districts: Row[] = [
  { kind: "district", name: "Huyện Sơn Khê", parent: province, ...before },
  { kind: "district", name: "Thành phố Đông Kinh", parent: province, ...before },
  { kind: "front", name: "Ủy ban MTTQ Việt Nam huyện Sơn Khê", parent: "Huyện Sơn Khê", line: front, ...before },
  { kind: "front", name: "Ủy ban MTTQ Việt Nam thành phố Đông Kinh", parent: "Thành phố Đông Kinh", line: front, ...before },
  { kind: "party-committee", name: "Huyện ủy Sơn Khê", parent: "Huyện Sơn Khê", ...before },
  { kind: "peoples-committee", name: "UBND huyện Sơn Khê", parent: "Huyện Sơn Khê", ...before },
  { kind: "department", name: "Phòng Nội vụ huyện Sơn Khê", parent: "Huyện Sơn Khê", ...before },
  { kind: "peoples-committee", name: "UBND thành phố Đông Kinh", parent: "Thành phố Đông Kinh", ...before },
];

/** An area over the watershed: under its district until 30/6/2025, under the province since. */
const through = (name: string, district: string, code: string): Row[] => [
  { key: name, kind: "commune", name, parent: district, codes: code, ...before },
  { key: name, kind: "commune", name, parent: province, codes: code, ...after },
];

const communes: Row[] = [
  ...through("Xã Bình Lâm", "Huyện Sơn Khê", "90101"),
  ...through("Xã Hòa Phú", "Huyện Sơn Khê", "90102"),
  { key: "Phường Sơn Khê", kind: "commune", name: "Thị trấn Sơn Khê", parent: "Huyện Sơn Khê", codes: "90103", ...before },
  { key: "Phường Sơn Khê", kind: "commune", name: "Phường Sơn Khê", parent: province, codes: "90103", ...after },
  ...through("Phường Đông Kinh Bắc", "Thành phố Đông Kinh", "90201"),
  { kind: "commune", name: "Đặc khu Cồn Én", parent: province, codes: "90301", ...after },
];

function communeBodies(area: string, days: { from?: string } = {}): Row[] {
  const name = area.replace(/^(Xã|Phường|Đặc khu)/, (form) => form.toLowerCase());
  const of = (kind: string, body: string, line?: string): Row => ({
    kind,
    name: `${body} ${name}`,
    parent: area,
    ...(line ? { line } : {}),
    ...days,
  });
  return [
    of("party-committee", "Đảng ủy", "Tỉnh ủy Tân Giang"),
    of("peoples-council", "HĐND"),
    of("peoples-committee", "UBND"),
    of("front", "Ủy ban MTTQ Việt Nam", front),
    of("trade-union", "Công đoàn", "Liên đoàn Lao động tỉnh Tân Giang"),
    of("farmers-union", "Hội Nông dân", "Hội Nông dân tỉnh Tân Giang"),
    of("womens-union", "Hội Liên hiệp Phụ nữ", "Hội Liên hiệp Phụ nữ tỉnh Tân Giang"),
    of("youth-union", "Đoàn TNCS Hồ Chí Minh", "Tỉnh Đoàn Tân Giang"),
    of("veterans", "Hội Cựu chiến binh", "Hội Cựu chiến binh tỉnh Tân Giang"),
  ];
}

const villages: Row[] = [
  { kind: "residential-area", name: "Thôn Đoài", parent: "Xã Bình Lâm" },
  { kind: "residential-area", name: "Thôn Trung", parent: "Xã Bình Lâm" },
  { kind: "residential-area", name: "Tổ dân phố số 3", parent: "Phường Đông Kinh Bắc" },
  { kind: "front", name: "Ban Công tác Mặt trận thôn Đoài", parent: "Thôn Đoài" },
  { kind: "other-body", name: "Khối dân vận xã Bình Lâm", parent: "Xã Bình Lâm" },
  { kind: "school", name: "Trường Tiểu học Bình Lâm", parent: "Xã Bình Lâm" },
];

const isOld = (area: string) => area !== "Đặc khu Cồn Én";
const areas = ["Xã Bình Lâm", "Xã Hòa Phú", "Phường Sơn Khê", "Phường Đông Kinh Bắc", "Đặc khu Cồn Én"];

export const tanGiangRows: Row[] = [
  { kind: "province", name: province, codes: "90" },
  ...provinceBodies,
  ...boards,
  ...districts,
  ...communes,
  // The special zone is new and has no women's union yet: a body that is missing must be seen to be missing.
  ...areas.flatMap((area) => communeBodies(area, isOld(area) ? {} : after).filter((row) => isOld(area) || row.kind !== "womens-union")),
  ...villages,
];

/** Fills an empty database; gives the number of a unit by its name in the last row that bears it. */
export async function tanGiang(db: Database): Promise<(name: string) => UnitId> {
  const bytes = new TextEncoder().encode(JSON.stringify(tanGiangRows));
  const report = await importUnits(db, { system: "test" }, { file: { bytes, name: "tan-giang.json" }, mode: "all" });
  if (!report.written) throw new Error(`fixture refused: ${JSON.stringify(report.rejected.slice(0, 5))}`);
  const rows = JSON.parse(await exportUnits(db, "json")) as { key: string; name: string }[];
  const ids = new Map(rows.map(({ key, name }) => [name, Number(key.slice(1)) as UnitId]));
  return (name) => {
    const id = ids.get(name);
    if (id === undefined) throw new Error(`no unit ${name} in the fixture`);
    return id;
  };
}
