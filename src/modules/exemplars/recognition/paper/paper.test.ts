import { expect, test } from "vitest";
import type { UnitId } from "../../../../kernel/ids.ts";
import { headerFor } from "../domain/document.ts";
import { printOnBlank } from "./blank.ts";
import { certificates } from "./certificate.ts";
import { faces, nameOf, runsOf } from "./fonts.ts";
import { newPdf } from "./pen.ts";

const vowels = "aăâeêioôơuưy";
const tones = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"];
const lower = `${[...vowels].flatMap((vowel) => tones.map((tone) => (vowel + tone).normalize("NFC"))).join("")}đbcdghklmnpqrstvx`;
const letters = `${lower}${lower.toLocaleUpperCase("vi")}0123456789“”‘’–…×/·,.;:()-`;

test("every Vietnamese letter with its marks is in the file that its run is set in", () => {
  const { pen } = newPdf({ title: "x", author: "x" });
  const missing = faces.flatMap((face) =>
    runsOf(letters).flatMap(({ part, text }) => {
      pen.doc.font(nameOf(face, part));
      // The library does not tell otherwise what a font holds.
      const { font } = (pen.doc as unknown as { _font: { font: { hasGlyphForCodePoint(point: number): boolean } } })._font;
      return [...text].filter((letter) => !font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0));
    }),
  );
  expect(missing).toEqual([]);
});

test("a text is broken between words, and a name that is long takes more lines", () => {
  const { pen } = newPdf({ title: "x", author: "x" });
  const text = "Vận động nhân dân hiến đất mở rộng đường liên thôn";
  const lines = pen.lines(text, { width: 120, size: 14 });
  expect(lines.length).toBeGreaterThan(1);
  expect(lines.join(" ")).toBe(text);
});

test("certificates and blanks are PDFs that carry their fonts", async () => {
  const header = headerFor(
    { id: 1 as UnitId, name: "Ủy ban MTTQ Việt Nam xã Bình Lâm", kind: "front" },
    { area: "xã Bình Lâm", year: 2026 },
  );
  const one = {
    header,
    name: "Ngõ không rác thôn Đoài",
    kind: "model" as const,
    field: null,
    unit: "thôn Đoài",
    year: 2026,
    number: "05/QĐ-MTTQ-BTT",
    day: "2026-11-20",
    signer: "Vũ Thị Thanh",
    code: "7K3M9-QXA20-HD5TB",
    address: "https://kheo.example.vn/xac-minh/7K3M9-QXA20-HD5TB",
  };
  const pdf = (await certificates([one, one])).toString("latin1");
  expect([pdf.startsWith("%PDF-1.7"), pdf.match(/\/Type \/Page\b/g)?.length, pdf.includes("FontFile2")]).toEqual([true, 2, true]);
  const field = {
    key: "recipient" as const,
    x: 40,
    y: 90,
    width: 200,
    size: 20,
    align: "center" as const,
    bold: true,
    italic: false,
    upper: true,
  };
  const blank = { name: "Giấy khen", width: 297, height: 210, fields: [field] };
  const printed = (await printOnBlank(blank, [{ recipient: "Thôn Đoài" }, {}])).toString("latin1");
  expect(printed.match(/\/Type \/Page\b/g)?.length).toBe(2);
  expect((await printOnBlank(blank, [], { test: true })).length).toBeGreaterThan(printed.length / 2);
});
