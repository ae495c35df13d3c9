import { expect, test } from "vitest";
import type { UnitId } from "../../../kernel/ids.ts";
import { planImport, type Directory } from "./plan.ts";
import { columns, type GivenRow } from "./rows.ts";

const id = (value: number) => value as UnitId;
const always = { from: null, until: null };
const directory: Directory = {
  units: new Map([
    [id(1), { id: id(1), kind: "province", edges: [{ parentId: null, name: "Tỉnh Tân Giang", ...always }], reachable: true }],
    [
      id(2),
      { id: id(2), kind: "commune", edges: [{ parentId: id(1), name: "Xã Bình Lâm", from: "2025-07-01", until: null }], reachable: true },
    ],
    [id(3), { id: id(3), kind: "commune", edges: [{ parentId: id(1), name: "Xã Hòa Phú", ...always }], reachable: false }],
  ]),
  codes: [{ unitId: id(2), system: "gso", code: "90101", ...always }],
};

const empty = Object.fromEntries(columns.map((column) => [column, ""])) as Omit<GivenRow, "row">;
const plan = (...rows: Partial<GivenRow>[]) =>
  planImport(
    rows.map((row, at) => ({ ...empty, row: at + 2, kind: "thôn", name: `Thôn ${at}`, parent: "#2", from: "2026-01-01", ...row })),
    directory,
    "root",
  );

/** Row, column and what is said of each rejected row. */
const rejected = (...rows: Partial<GivenRow>[]) => plan(...rows).rejected.map(({ row, column, what }) => [row, column, what.en]);

test.each<[what: string, rows: Partial<GivenRow>[], expected: unknown[]]>([
  ["no name", [{ name: "" }], [[2, "name", "The unit has no name."]]],
  ["an unknown kind", [{ kind: "hành tinh" }], [[2, "kind", 'The kind "hành tinh" is not known.']]],
  ["no kind", [{ kind: "" }], [[2, "kind", "The unit has no kind."]]],
  ["a day that is none", [{ from: "31/02/2026" }], [[2, "from", '"31/02/2026" is not a day.']]],
  ["days turned round", [{ until: "2025-01-01" }], [[2, "until", "The last day is before the first."]]],
  ["a parent that is nowhere", [{ parent: "xyz" }], [[2, "parent", 'The superior "xyz" is neither in the file nor in the directory.']]],
  ["a parent out of reach", [{ parent: "#3" }], [[2, "parent", '"Xã Hòa Phú" is beyond the reach of the post you are using.']]],
  ["a parent that begins later", [{ from: "2025-01-01" }], [[2, "parent", `"Xã Bình Lâm" does not exist for all of this row's time.`]]],
  ["a level above its parent", [{ kind: "tỉnh" }], [[2, "kind", 'This kind cannot lie under "Xã Bình Lâm".']]],
  ["a code in use", [{ codes: "90101" }], [[2, "codes", 'The code 90101 belongs to "Xã Bình Lâm" at that time.']]],
  ["a code twice in the file", [{ codes: "x1" }, { codes: "x1" }], [[3, "codes", "The code x1 is used in row 2 at the same time."]]],
  ["a code that is none", [{ codes: "a:b:c" }], [[2, "codes", 'The code "a:b:c" is not understood.']]],
  ["the same unit twice", [{ name: "Thôn A" }, { name: "thôn a" }], [[3, "name", "Same as row 2: name, kind, superior and days."]]],
  ["periods that overlap", [{ key: "a" }, { key: "a", from: "2026-02-01" }], [[3, "from", "Shares days with row 2 of the same key."]]],
  [
    "periods with a gap",
    [
      { key: "a", until: "2026-01-31" },
      { key: "a", from: "2026-03-01" },
    ],
    [[3, "from", "There is a gap in time between this row and row 2 of the same key."]],
  ],
  [
    "one key, two kinds",
    [
      { key: "a", until: "2026-01-31" },
      { key: "a", from: "2026-02-01", kind: "UBND" },
    ],
    [[3, "kind", "Same key as row 2 but another kind."]],
  ],
  [
    "a circle",
    [
      { key: "a", parent: "b" },
      { key: "b", parent: "a" },
    ],
    [
      [2, "parent", "The rows are each other's superiors in a circle."],
      [3, "parent", "The rows are each other's superiors in a circle."],
    ],
  ],
  [
    "a key of another unit",
    [{ key: "#2", kind: "xã", name: "Xã Khác", parent: "#1" }],
    [[2, "key", 'This key is the unit "Xã Bình Lâm" of the directory, which differs from this row.']],
  ],
  [
    "a known unit with other days",
    [{ kind: "xã", name: "Xã Bình Lâm", parent: "#1", from: "2020-01-01" }],
    [[2, "from", '"Xã Bình Lâm" is in the directory with other days.']],
  ],
  ["a superior of a relation that is nowhere", [{ line: "Sở Xây dựng" }], [[2, "line", '"Sở Xây dựng" for the relation was not found.']]],
])("rejected: %s", (_what, rows, expected) => {
  expect(rejected(...rows)).toEqual(expected);
});

test("who hangs on a rejected row cannot be taken, however far down; the rest can", () => {
  const { created, rejected: lost } = plan(
    { key: "a", kind: "?" },
    { key: "b", parent: "a" },
    { key: "c", parent: "b", kind: "MTTQ" },
    { key: "d" },
  );
  expect(lost.map(({ row, column }) => [row, column])).toEqual(
    [
      [2, "kind"],
      [3, "parent"],
    ].concat([[4, "parent"]]),
  );
  expect(created.map(({ rows }) => rows)).toEqual([[5]]);
});

test("rows of one key are the periods of one unit; what did not change between them is one", () => {
  const { created } = plan(
    { key: "k", kind: "xã", name: "Xã Mới", parent: "#1", from: "", until: "30/06/2025", codes: "90777" },
    { key: "k", kind: "xã", name: "Phường Mới", parent: "#1", from: "01/07/2025", codes: "90777" },
  );
  expect(created).toMatchObject([
    {
      kind: "commune",
      edges: [
        { name: "Xã Mới", until: "2025-06-30" },
        { name: "Phường Mới", from: "2025-07-01" },
      ],
      codes: [{ system: "gso", code: "90777", from: null, until: null }],
    },
  ]);
});

test("parents may come later in the file, and be named instead of numbered", () => {
  const { created, rejected: lost } = plan({ kind: "MTTQ", name: "Ban CTMT thôn Đoài", parent: "Thôn Đoài" }, { name: "Thôn Đoài" });
  expect(lost).toEqual([]);
  expect(created.map(({ edges }) => edges[0]?.name)).toEqual(["Thôn Đoài", "Ban CTMT thôn Đoài"]);
  expect(created[1]?.edges[0]?.parent).toBe(created[0]);
});

test("what the directory holds is found again by name and place, with or without marks", () => {
  expect(plan({ kind: "xã", name: "XÃ BÌNH LÂM", parent: "#1", from: "2025-07-01" })).toMatchObject({
    created: [],
    unchanged: 1,
    rejected: [],
  });
});

test("relations last as long as both ends do", () => {
  const { created } = plan(
    { key: "s", kind: "sở", name: "Sở Mới", parent: "#1", from: "2026-03-01", until: "2026-08-31" },
    { kind: "UBND", name: "UBND xã", line: "s; s" },
  );
  expect(created.find(({ kind }) => kind === "peoples-committee")?.relations).toMatchObject([
    { kind: "line", from: "2026-03-01", until: "2026-08-31" },
  ]);
});

test("without a place to go, rows without a superior are told so", () => {
  const rows = [{ ...empty, row: 2, kind: "thôn", name: "Thôn A" }];
  expect(planImport(rows, directory, "nowhere").rejected).toMatchObject([{ column: "parent" }]);
  expect(planImport(rows, directory, { unit: id(1) }).created).toHaveLength(1);
  expect(planImport(rows, directory, "root").created).toHaveLength(1);
});

test("days left empty mean as long as the superior exists", () => {
  const { created } = plan({ key: "a", from: "", name: "Thôn A" }, { parent: "a", from: "", kind: "MTTQ", name: "Ban CTMT" });
  expect(created.map(({ edges }) => edges[0]?.from)).toEqual(["2025-07-01", "2025-07-01"]);
});
