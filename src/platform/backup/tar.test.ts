import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readTarIndex, tarWriter } from "./tar.ts";

const folder = mkdtempSync(join(tmpdir(), "kheo-tar-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const contents: Record<string, Buffer> = {
  "tables/0001/000001.copy.gz": Buffer.from("xã Bình Lâm"),
  empty: Buffer.alloc(0),
  "whole-block": Buffer.alloc(512, "k"),
  "files/streamed": Buffer.alloc(1500, "x"),
};

async function write(name: string): Promise<string> {
  const path = join(folder, name);
  const file = await open(path, "w");
  const archive = tarWriter(file, new Date("2026-11-20T01:02:03Z"));
  for (const [entry, content] of Object.entries(contents)) {
    if (entry === "files/streamed") await archive.addStream(entry, content.byteLength, pieces(content));
    else await archive.add(entry, content);
  }
  await archive.end();
  await file.close();
  return path;
}

async function* pieces(content: Buffer) {
  yield content.subarray(0, 700);
  yield content.subarray(700);
}

describe("tar", () => {
  it("finds every file again where it was written", async () => {
    const path = await write("whole.tar");
    const bytes = readFileSync(path);
    const index = await readTarIndex(path);
    expect([...index.keys()]).toEqual(Object.keys(contents));
    for (const { path: name, offset, size } of index.values()) expect(bytes.subarray(offset, offset + size)).toEqual(contents[name]);
  });

  it("is read by everybody's tar", async () => {
    const path = await write("other.tar");
    expect(execFileSync("tar", ["tf", path], { encoding: "utf8" }).trim().split("\n")).toEqual(Object.keys(contents));
    expect(execFileSync("tar", ["xOf", path, "files/streamed"])).toEqual(contents["files/streamed"]);
  });

  it("notices an archive that was cut off, wherever", async () => {
    const path = await write("cut.tar");
    const whole = readFileSync(path);
    for (const length of [0, 100, 512, 700, whole.length - 1024, whole.length - 1200]) {
      writeFileSync(path, whole);
      truncateSync(path, length);
      await expect(readTarIndex(path), `${length} bytes`).rejects.toThrow("cut off");
    }
  });

  it("notices what is no archive, and a file that changed while it was read", async () => {
    const path = join(folder, "text");
    writeFileSync(path, "không phải bản sao lưu".repeat(60));
    await expect(readTarIndex(path)).rejects.toThrow("not a tar archive");
    const file = await open(join(folder, "changed"), "w");
    await expect(tarWriter(file, new Date()).addStream("x", 10, pieces(Buffer.alloc(1500)))).rejects.toThrow("changed while it was read");
    await file.close();
  });
});
