/**
 * `node test/support/format-fixtures/make.ts`: sets the own documents as .docx and lets LibreOffice save them in every
 * format, for the round trip in test/formats. Needs soffice and pdftoppm; run by hand, its files are committed.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { typeset } from "./typeset.ts";

const project = resolve(import.meta.dirname, "../../..");
const compile = join(project, "src/modules/documents/compile");
const target = join(project, "test/fixtures/formats");
const wanted = process.argv.slice(2);

const filters: [extension: string, filter: string][] = [
  ["docx", "docx:MS Word 2007 XML"],
  ["doc", "doc:MS Word 97"],
  ["odt", "odt:writer8"],
  ["rtf", "rtf:Rich Text Format"],
  ["html", "html:HTML (StarWriter)"],
  ["pdf", "pdf:writer_pdf_Export"],
];

mkdirSync(target, { recursive: true });
const work = mkdtempSync(join(tmpdir(), "kheo-formats-"));
const soffice = (filter: string, file: string): void => {
  execFileSync(
    "soffice",
    ["--headless", `-env:UserInstallation=file://${work}/profile`, "--convert-to", filter, "--outdir", `${work}/out`, file],
    {
      stdio: "pipe",
    },
  );
};
for (const folder of ["fixtures", "corpus"]) {
  const from = join(compile, folder);
  for (const name of existsSync(from) ? readdirSync(from) : []) {
    const stem = name.replace(/\.txt$/, "");
    if (stem === name || (wanted.length > 0 && !wanted.includes(stem))) continue;
    const source = join(work, `${stem}.docx`);
    writeFileSync(source, await typeset(readFileSync(join(from, name), "utf8")));
    for (const [extension, filter] of filters) {
      soffice(filter, source);
      renameSync(join(work, "out", `${stem}.${extension}`), join(target, `${stem}.${extension}`));
    }
    // As a telephone's scanning application sends them.
    execFileSync("pdftoppm", ["-r", "150", "-gray", "-jpeg", "-jpegopt", "quality=55", join(target, `${stem}.pdf`), join(target, stem)]);
  }
}
rmSync(work, { recursive: true, force: true });
