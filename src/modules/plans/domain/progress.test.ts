import { expect, test } from "vitest";
import { item, unit } from "./cases.ts";
import { coverageOf, tally } from "./progress.ts";
import { adjusted, moved, planMoves } from "./states.ts";

test.each([
  [[], { total: 0 }],
  [[{ itemId: "a", unitId: 1, state: "open", late: true }], { total: 1, open: 1, late: 1 }],
  [
    [
      { itemId: "a", unitId: 1, state: "answered", late: false },
      { itemId: "a", unitId: 2, state: "declined", late: false },
    ],
    { total: 2, open: 1, declined: 1 },
  ],
  [[{ itemId: "a", unitId: 1, state: "withdrawn", late: false }], { total: 0 }],
  [
    [
      { itemId: "a", unitId: 1, state: "returned", late: false },
      { itemId: "b", unitId: 1, state: "done", late: false },
    ],
    { total: 2, accepted: 1, done: 1 },
  ],
] as const)("tally %#", (work, expected) => expect(tally([...work])).toMatchObject(expected));

test("coverage tells both ways: who has no plan, and what nobody took up", () => {
  const units = new Map(
    [
      unit(1, "MTTQ tỉnh"),
      unit(11, "MTTQ xã Bình Lâm"),
      unit(12, "MTTQ xã Hòa Phú"),
      unit(21, "Tỉnh ủy", "party-committee"),
      unit(31, "Văn phòng", "office"),
    ].map((u) => [u.id, u]),
  );
  const items = [item("p", "Xây dựng kế hoạch", { opensPlan: true }), item("q", "Đối thoại"), item("r", "Kính báo")];
  const duties = [
    ...["p", "q"].flatMap((itemId) => [11, 12].map((unitId) => ({ itemId, unitId, role: "lead" as const }))),
    { itemId: "r", unitId: 21, role: "lead" as const },
    { itemId: "q", unitId: 31, role: "lead" as const },
    { itemId: "q", unitId: 1, role: "lead" as const },
  ];
  const child = {
    unitId: 11,
    planId: "c",
    title: "Kế hoạch xã",
    number: null,
    issueDate: null,
    own: 2,
    links: [
      { parentItemId: "p", decision: "take-over" as const, reason: null },
      { parentItemId: "q", decision: "decline" as const, reason: "Đã đối thoại trong tháng 01" },
    ],
  };
  const edges = new Map([
    [11, "assign"],
    [12, "assign"],
    [21, "inform"],
  ] as const);
  const found = coverageOf(items, duties, [child], units, edges, 1);
  expect(
    found.units.map(({ unit: { id }, expected, child: plan, bound, takenOver, declined, own }) => [
      id,
      expected,
      plan !== null,
      bound,
      takenOver,
      declined,
      own,
    ]),
  ).toEqual([
    [11, true, true, 2, 1, 1, 2],
    [12, true, false, 2, 0, 0, 0],
  ]);
  expect(found.clauses.map(({ itemId, bound, answered, nobody }) => [itemId, bound, answered, nobody])).toEqual([
    ["p", 2, 1, false],
    ["q", 2, 1, true],
    ["r", 0, 0, false],
  ]);
});

test("states: every move of the table and no other", () => {
  expect(planMoves).toEqual({
    draft: { ready: "ready" },
    ready: { reopen: "draft", issue: "issued" },
    issued: { amend: "amended", close: "closed" },
    amended: {},
    closed: {},
  });
  expect(moved("draft", "issue")).toBeNull();
  expect(moved("closed", "reopen")).toBeNull();
  expect(adjusted("open", "accept")).toBe("accepted");
  expect(adjusted("declined", "accept")).toBeNull();
});
