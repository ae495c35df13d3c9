/**
 * `node test/support/format-fixtures/make-secret.ts`: a short plan with a mark of secrecy in every place where offices put
 * it, as .docx, and as LibreOffice saves that in every format. Run by hand, its files are committed.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { handmadeDocx, paragraph, run, table, tableCell, type Handmade } from "../../../src/modules/documents/reading/docx/handmade.ts";

const target = resolve(import.meta.dirname, "../../fixtures/secrecy");

const head = table([
  tableCell(paragraph("ỦY BAN NHÂN DÂN") + paragraph("XÃ BÌNH LÂM") + paragraph("Số: 05/KH-UBND")),
  tableCell(paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + paragraph("Độc lập - Tự do - Hạnh phúc")),
]);
const body =
  paragraph("KẾ HOẠCH") +
  paragraph("Tuyên truyền, vận động Nhân dân năm 2026") +
  paragraph("Ủy ban nhân dân xã tổ chức tuyên truyền, vận động Nhân dân giữ gìn vệ sinh môi trường ở các khu dân cư trước ngày 30/6/2026.");
const margins = (name: "header" | "footer"): string => `<w:sectPr><w:${name}Reference w:type="default" r:id="rId-${name}"/></w:sectPr>`;
const shape = (style: string, inner: string): string =>
  `<w:r><w:pict><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe" xmlns:o="urn:schemas-microsoft-com:office:office"/><v:shape type="#_x0000_t202" style="${style}">${inner}</v:shape></w:pict></w:r>`;
const lettering = (text: string): string =>
  `<w:r><w:pict><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e" xmlns:o="urn:schemas-microsoft-com:office:office"><v:textpath on="t" fitshape="t"/></v:shapetype><v:shape id="PowerPlusWaterMarkObject1" type="#_x0000_t136" style="position:absolute;margin-left:0;margin-top:0;width:400pt;height:150pt;rotation:315" fillcolor="silver" stroked="f"><v:textpath style="font-family:&quot;Times New Roman&quot;;font-size:1pt" string="${text}"/></v:shape></w:pict></w:r>`;

/** Where the mark stands, and which. */
const places: Record<string, Handmade> = {
  text: { body: head + paragraph("MẬT") + body },
  cell: { body: head + table(["TỐI MẬT", "Bản số 1"]) + body },
  header: { body: head + body + margins("header"), header: paragraph("TUYỆT MẬT") },
  footer: { body: head + body + margins("footer"), footer: paragraph("MẬT") },
  box: {
    body:
      head +
      paragraph(
        shape(
          "position:absolute;margin-left:300pt;margin-top:0;width:90pt;height:30pt",
          `<v:textbox><w:txbxContent>${paragraph("TỐI MẬT")}</w:txbxContent></v:textbox>`,
        ) + run("Bản số 1"),
      ) +
      body,
  },
  watermark: { body: head + body + margins("header"), header: paragraph(lettering("TUYỆT MẬT")) },
  lettering: { body: head + paragraph(lettering("MẬT") + run("Bản số 1")) + body },
};

const drawn = { watermark: true, lettering: true };

const filters: Record<string, string> = {
  doc: "doc:MS Word 97",
  odt: "odt:writer8",
  rtf: "rtf:Rich Text Format",
  html: "html:HTML (StarWriter)",
  pdf: "pdf:writer_pdf_Export",
};

mkdirSync(target, { recursive: true });
const work = mkdtempSync(join(tmpdir(), "kheo-secret-"));
for (const [place, file] of Object.entries(places)) {
  const source = join(work, `${place}.docx`);
  writeFileSync(source, handmadeDocx(file));
  for (const [extension, filter] of Object.entries(filters)) {
    // LibreOffice draws lettering there, without its letters.
    if (place in drawn && /html|pdf/.test(extension)) continue;
    execFileSync(
      "soffice",
      ["--headless", `-env:UserInstallation=file://${work}/profile`, "--convert-to", filter, "--outdir", `${work}/out`, source],
      { stdio: "pipe" },
    );
    renameSync(join(work, "out", `${place}.${extension}`), join(target, `${place}.${extension}`));
  }
  renameSync(source, join(target, `${place}.docx`));
}
rmSync(work, { recursive: true, force: true });
