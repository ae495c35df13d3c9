import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { testApp, type Person } from "../../../test/support/app.ts";
import { unit } from "../../../test/support/units.ts";
import { refuseSecretFile } from "./index.ts";

const app = await testApp();
const folder = resolve(import.meta.dirname, "../../../test/fixtures/secrecy");
/** One for each format, the mark in another place each time. */
const files = ["header.docx", "box.doc", "footer.odt", "lettering.rtf", "cell.html", "text.pdf", "cell.pdf"];
const bytesOf = (file: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(join(folder, file)));

let hanh: Person;

beforeAll(async () => {
  const province = await unit(app.db, { name: "tỉnh Tân Giang", kind: "province" });
  const front = await unit(app.db, { name: "Ủy ban MTTQ Việt Nam tỉnh Tân Giang", kind: "front", parentId: province });
  hanh = await app.person({ name: "Lê Thị Hạnh", unit: front, role: "coordinator" });
});

describe("a file with a mark of secrecy in it", { timeout: 60_000 }, () => {
  test.each(files)("%s is refused, and nothing of it stays", async (file) => {
    expect(readdirSync(folder)).toContain(file);
    const name = `ke-hoach-moi.${file.split(".")[1]}`;
    const refused = await hanh.upload("/documents", { file: new File([bytesOf(file)], name) });
    expect([refused.status, refused.body.code]).toEqual([422, "secret"]);
    expect((await hanh.get("/documents")).body.total).toBe(0);
    for await (const kept of app.services.files.list()) expect(kept).toBeUndefined();
    const rows = await app.db.selectFrom("document").selectAll().execute();
    expect(rows).toEqual([]);
    const acts = await app.db.selectFrom("act").selectAll().where("act", "=", "document:refuse-secret").execute();
    expect(acts.length).toBeGreaterThan(0);
    expect(JSON.stringify(acts)).not.toMatch(/MẬT|05\/KH-UBND|ke-hoach/);
  });

  test.each(files)("%s is refused as evidence too", async (file) => {
    const given = { name: `anh-chup.${file.split(".")[1]}`, bytes: bytesOf(file) };
    await expect(refuseSecretFile(app.db, hanh.actor, given)).rejects.toMatchObject({ code: "secret" });
  });

  test("a PDF that is only kept and cannot be read is no secret", async () => {
    const broken = { name: "ban-quet.pdf", bytes: bytesOf("text.pdf").slice(0, 900) };
    await expect(refuseSecretFile(app.db, hanh.actor, broken)).resolves.toBeUndefined();
  });
});
