import { describe, expect, it } from "vitest";
import { problem } from "../kernel/errors.ts";
import { createLog } from "./log.ts";

function lines(write: (log: ReturnType<typeof createLog>) => void, format: "json" | "pretty" = "json") {
  const written: string[] = [];
  write(createLog({ format, level: "info" }, (line) => written.push(line)));
  return written;
}

const parsed = (written: string[]) => written.map((line) => JSON.parse(line) as Record<string, unknown>);

describe("log", () => {
  it("writes one line of JSON per event, and nothing below its level", () => {
    const [line, ...others] = parsed(lines((log) => (log.debug("noise"), log.with({ part: "jobs" }).info("job done", { id: "7" }))));
    expect(others).toEqual([]);
    expect(line).toMatchObject({ level: "info", event: "job done", part: "jobs", id: "7" });
  });

  it("writes for the eye on a terminal", () => {
    expect(lines((log) => log.warn("slow", { ms: 12 }), "pretty")[0]).toMatch(/^\d\d:\d\d:\d\d warn {2}slow {2}ms=12\n$/);
  });

  it("leaves out what follows a question mark in an address", () => {
    expect(
      parsed(lines((log) => log.info("request", { path: "/app/people?q=Y+Mai", url: "https://danvan.example.vn/x?token=abc" })))[0],
    ).toMatchObject({
      path: "/app/people",
      url: "https://danvan.example.vn/x",
    });
  });

  it("keeps of a database error its code and place, not the values in it", () => {
    const duplicate = Object.assign(new Error('duplicate key value violates unique constraint "person_phone"'), {
      code: "23505",
      severity: "ERROR",
      constraint: "person_phone",
      detail: "Key (phone)=(0912000111) already exists.",
    });
    const invalid = Object.assign(new Error('invalid input syntax for type integer: "0912000111"'), { code: "22P02", severity: "ERROR" });
    const written = lines((log) => (log.error("failed", { error: duplicate }), log.error("failed", { error: invalid })));
    expect(written.join("")).not.toContain("0912000111");
    expect(parsed(written)[0]?.error).toMatchObject({ code: "23505", constraint: "person_phone" });
  });

  it("does not repeat a message that was worded for its reader", () => {
    const written = lines((log) =>
      log.warn("refused", { error: problem("conflict", { vi: "Bà Lê Thị Hạnh đã sửa", en: "Lê Thị Hạnh changed it" }) }),
    );
    expect(written.join("")).not.toContain("Hạnh");
    expect(parsed(written)[0]?.error).toMatchObject({ kind: "Problem", code: "conflict" });
  });
});
