import { describe, expect, test } from "vitest";
import { changedFrom, common, covers, endedAfter, gaps, holdsOn, joined, overlaps, reach, type Span } from "./timeline.ts";

const span = (from: string | null, until: string | null): Span => ({ from, until });
const first = { name: "Thị trấn", ...span(null, "2025-06-30") };
const second = { name: "Phường", ...span("2025-07-01", null) };
const rename = (row: typeof first) => ({ ...row, name: "Mới" });

test("both ends are inclusive", () => {
  expect([holdsOn(first, "2025-06-30"), holdsOn(first, "2025-07-01"), holdsOn(second, "2025-07-01")]).toEqual([true, false, true]);
  expect([overlaps(first, second), overlaps(first, span("2025-06-30", "2025-06-30")), overlaps(second, span(null, null))]).toEqual([
    false,
    true,
    true,
  ]);
  expect([covers(second, span("2026-01-01", null)), covers(first, span("2025-01-01", null)), covers(span(null, null), first)]).toEqual([
    true,
    false,
    true,
  ]);
});

describe("a change from a day on", () => {
  test("cuts the row that holds then", () => {
    expect(changedFrom([first, second], "2026-01-01", rename)).toEqual([
      first,
      { name: "Phường", ...span("2025-07-01", "2025-12-31") },
      { name: "Mới", ...span("2026-01-01", null) },
    ]);
  });
  test("on a row's first day replaces it; later rows keep their own", () => {
    expect(changedFrom([first, second], "2025-07-01", rename)).toEqual([first, { name: "Mới", ...span("2025-07-01", null) }]);
    expect(changedFrom([first, second], "2025-01-01", rename)?.at(-1)).toEqual(second);
  });
  test("is not possible on a day without a row", () => {
    expect(changedFrom([{ name: "x", ...span("2025-01-01", "2025-12-31") }], "2026-01-01", rename)).toBeNull();
  });
});

test("ending drops what would come later", () => {
  expect(endedAfter([first, second], "2025-03-31")).toEqual([{ name: "Thị trấn", ...span(null, "2025-03-31") }]);
  expect(endedAfter([first], "2026-01-01")).toEqual([first]);
});

test("gaps, the whole time, common days", () => {
  expect(gaps([first, second])).toEqual([]);
  expect(gaps([span(null, "2025-01-31"), span("2025-03-01", null)])).toEqual([span("2025-02-01", "2025-02-28")]);
  expect(reach([first, second])).toEqual(span(null, null));
  expect(common(first, span("2024-01-01", null))).toEqual(span("2024-01-01", "2025-06-30"));
  expect(common(first, second)).toBeNull();
});

test("rows that only follow one another become one", () => {
  const same = { name: "Phường", ...span("2026-01-01", null) };
  const earlier = { name: "Phường", ...span("2025-07-01", "2025-12-31") };
  expect(joined([first, earlier, same], (a, b) => a.name === b.name)).toEqual([first, second]);
});
