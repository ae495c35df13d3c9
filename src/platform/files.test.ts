import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { openFiles, type Files } from "./files.ts";

const roots: string[] = [];
let data: string;
let files: Files;

beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), "kheo-files-"));
  roots.push(data);
  files = await openFiles(data);
});
afterAll(() => roots.forEach((root) => rmSync(root, { recursive: true, force: true })));

const bytes = (text: string) => new TextEncoder().encode(text);
const digest = (text: string) => createHash("sha256").update(text).digest("hex");
const placeOf = (sha256: string) => join(data, "files", sha256.slice(0, 2), sha256);
const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 60 * 60 * 1000);
const incoming = () => readdirSync(join(data, "files/incoming"));

async function* inPieces(...pieces: string[]) {
  for (const piece of pieces) yield bytes(piece);
}

describe("files", () => {
  it("keeps content under its digest and gives it back", async () => {
    const stored = await files.put(inPieces("Kế hoạch ", "dân vận khéo"));
    expect(stored).toEqual({ sha256: digest("Kế hoạch dân vận khéo"), size: 29 });
    expect((await files.read(stored.sha256)).toString()).toBe("Kế hoạch dân vận khéo");
    const read: Buffer[] = [];
    for await (const chunk of await files.open(stored.sha256)) read.push(chunk as Buffer);
    expect(Buffer.concat(read).toString()).toBe("Kế hoạch dân vận khéo");
    expect(await files.size(stored.sha256)).toBe(29);
  });

  it("keeps the same content once", async () => {
    await files.put(bytes("a"));
    await files.put(bytes("a"));
    const all = [];
    for await (const file of files.list()) all.push(file);
    expect(all).toEqual([{ sha256: digest("a"), size: 1 }]);
    expect(incoming()).toEqual([]);
  });

  it("keeps nothing of content beyond the limit, nor of an upload that breaks off", async () => {
    await expect(files.put(inPieces("123", "456"), { limit: 5 })).rejects.toMatchObject({ code: "too_large" });
    const broken = (async function* () {
      yield bytes("half");
      throw new Error("connection lost");
    })();
    await expect(files.put(broken)).rejects.toThrow("connection lost");
    expect(incoming()).toEqual([]);
    expect(readdirSync(join(data, "files"))).toEqual(["incoming"]);
  });

  it("says what to do when content is missing, and does not follow a digest out of its folder", async () => {
    await expect(files.read(digest("never stored"))).rejects.toMatchObject({ code: "not_found" });
    await expect(files.open("../../../etc/passwd")).rejects.toMatchObject({ code: "not_found" });
    expect(await files.size(digest("never stored"))).toBeNull();
  });

  it("removes what no row has named for a week, and nothing else", async () => {
    const [named, old, young, again] = await Promise.all(["named", "old", "young", "again"].map((text) => files.put(bytes(text))));
    for (const { sha256 } of [named!, old!, again!]) utimesSync(placeOf(sha256), daysAgo(8), daysAgo(8));
    utimesSync(placeOf(young!.sha256), daysAgo(6), daysAgo(6));
    await files.put(bytes("again"));
    expect(await files.removeUnreferenced(new Set([named!.sha256]), new Date())).toBe(1);
    expect([named, old, young, again].map((file) => existsSync(placeOf(file!.sha256)))).toEqual([true, false, true, true]);
  });
});
