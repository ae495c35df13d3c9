import { describe, expect, test } from "vitest";
import { applied, changed, isClean, noDelta, rebased, settled, written } from "./delta.ts";

const figure = (value: string) => ({ value });
const saved = { "1": figure("5"), "2": figure("7") };

describe("what the server has not got yet", () => {
  test("is seen over what is saved, and gone when it is taken back", () => {
    const delta = changed(noDelta, saved, "1", figure("6"));
    expect(applied(saved, delta)).toEqual({ "1": figure("6"), "2": figure("7") });
    expect(isClean(changed(delta, saved, "1", figure("5")))).toBe(true);
    expect(applied(saved, changed(delta, saved, "2", null))).toEqual({ "1": figure("6") });
  });

  test("what was typed while it was being saved stays to be saved", () => {
    const sent = changed(changed(noDelta, saved, "1", figure("6")), saved, "2", figure("8"));
    const later = changed(sent, saved, "1", figure("61"));
    const left = settled(later, sent);
    expect(left.cells).toEqual({ "1": { before: figure("6"), now: figure("61") } });
    expect(isClean(settled(sent, sent))).toBe(true);
  });

  test("a narrative likewise", () => {
    const sent = written(noDelta, "", "Đã tổ chức 5 cuộc.");
    expect(isClean(settled(sent, sent))).toBe(true);
    expect(settled(written(sent, "", "Đã tổ chức 5 cuộc. Thêm."), sent).narrative).toEqual({
      before: "Đã tổ chức 5 cuộc.",
      now: "Đã tổ chức 5 cuộc. Thêm.",
    });
    expect(isClean(written(sent, "", ""))).toBe(true);
  });
});

describe("somebody else saved meanwhile", () => {
  test("different cells are merged without a word", () => {
    const delta = changed(noDelta, saved, "1", figure("6"));
    const { delta: kept, clashes } = rebased(delta, { "1": figure("5"), "2": figure("70") }, "");
    expect(clashes).toEqual([]);
    expect(applied({ "1": figure("5"), "2": figure("70") }, kept)).toEqual({ "1": figure("6"), "2": figure("70") });
  });

  test("the same cell with different figures is for a person to decide", () => {
    const delta = changed(noDelta, saved, "1", figure("6"));
    expect(rebased(delta, { "1": figure("9") }, "").clashes).toEqual([{ key: "1", mine: figure("6"), theirs: figure("9") }]);
  });

  test("the same figure from both is no difference", () => {
    const delta = changed(noDelta, saved, "1", figure("6"));
    const { delta: kept, clashes } = rebased(delta, { "1": figure("6") }, "");
    expect(clashes).toEqual([]);
    expect(isClean(kept)).toBe(true);
  });

  test("two texts of one narrative clash", () => {
    const delta = written(noDelta, "a", "b");
    expect(rebased(delta, {}, "c").narrativeClash).toBe(true);
    expect(rebased(delta, {}, "a").narrativeClash).toBe(false);
    expect(isClean(rebased(delta, {}, "b").delta)).toBe(true);
  });
});
