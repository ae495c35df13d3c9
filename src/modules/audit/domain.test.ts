import { expect, test } from "vitest";
import type { PersonId } from "../../kernel/ids.ts";
import { tell, type WrittenEntry } from "./domain.ts";

const hanh = "h" as PersonId;
const tong = "t" as PersonId;
const names = new Map([
  [hanh, "Lê Thị Hạnh"],
  [tong, "Phạm Văn Tòng"],
]);
const dictionary = {
  acts: { "unit:rename": { vi: "đổi tên đơn vị", en: "renamed the unit" } },
  fields: { name: { vi: "Tên", en: "Name" }, from: { vi: "Từ ngày", en: "From" }, parts: { vi: "Phần", en: "Parts" } },
};
const entry: WrittenEntry = {
  id: "1",
  at: new Date("2026-03-02T02:00:00Z"),
  act: "unit:rename",
  personId: hanh,
  role: "administrator",
  postUnit: "Tỉnh Tân Giang",
  onBehalfOf: null,
  system: null,
  before: null,
  after: null,
  note: null,
};
const sentence = (given: Partial<WrittenEntry>) => tell({ ...entry, ...given }, names, dictionary).sentence;

test.each<[Partial<WrittenEntry>, vi: string, en: string]>([
  [{}, "Lê Thị Hạnh (Người quản trị, Tỉnh Tân Giang) đổi tên đơn vị", "Lê Thị Hạnh (Administrator, Tỉnh Tân Giang) renamed the unit"],
  [
    { onBehalfOf: tong },
    "Lê Thị Hạnh (Người quản trị, Tỉnh Tân Giang) thay Phạm Văn Tòng đổi tên đơn vị",
    "Lê Thị Hạnh (Administrator, Tỉnh Tân Giang) in place of Phạm Văn Tòng renamed the unit",
  ],
  [{ role: null, postUnit: null }, "Lê Thị Hạnh đổi tên đơn vị", "Lê Thị Hạnh renamed the unit"],
  [{ personId: null, role: null, system: "cli" }, "Hệ thống đổi tên đơn vị", "The system renamed the unit"],
  [
    { personId: "x" as PersonId, role: null },
    "(người đã được xóa tên) đổi tên đơn vị",
    "(a person whose name was erased) renamed the unit",
  ],
  [
    { act: "unit:unheard-of" },
    "Lê Thị Hạnh (Người quản trị, Tỉnh Tân Giang) unit:unheard-of",
    "Lê Thị Hạnh (Administrator, Tỉnh Tân Giang) unit:unheard-of",
  ],
])("%j", (given, vi, en) => {
  expect(sentence(given)).toEqual({ vi, en });
});

test("changes are the named fields that differ, days as people write them", () => {
  const { changes } = tell(
    { ...entry, before: { name: "A", hidden: 1, same: 2 }, after: { name: "B", hidden: 2, from: "2026-03-01", parts: ["x", "y"] } },
    names,
    dictionary,
  );
  expect(changes.map(({ field, before, after }) => [field.en, before, after])).toEqual([
    ["Name", "A", "B"],
    ["From", null, "01/03/2026"],
    ["Parts", null, "x, y"],
  ]);
});
