import type { BlankField, BlankIn, BlankKey } from "../shapes.ts";
import { lineHeight, mm, newPdf, type Pen } from "./pen.ts";

export type BlankTexts = Partial<Record<BlankKey, string>>;

/** What stands at each place of a test print. */
const samples: Record<BlankKey, string> = {
  recipient: "Nhân dân và cán bộ thôn Đoài, xã Bình Lâm",
  address: "xã Bình Lâm, tỉnh Tân Giang",
  reason: "Đã có thành tích xuất sắc trong phong trào thi đua “Dân vận khéo” năm 2026",
  number: "Quyết định số: 05/QĐ-MTTQ-BTT",
  day: "ngày 05 tháng 01 năm 2026",
  placeAndDay: "Tân Giang, ngày 05 tháng 01 năm 2026",
  post: "CHỦ TỊCH",
  signer: "Nguyễn Văn Mẫu",
  book: "Vào sổ khen thưởng số: 05",
};

const faint = "#7a7a7a";

/**
 * Prints texts on a blank that is already printed: nothing but the texts, each at its place, a page for each. `test` prints samples
 * with the frame of every field and a ruler along two sides, to be held against the blank.
 */
export function printOnBlank(blank: BlankIn, pages: readonly BlankTexts[], { test = false } = {}): Promise<Buffer> {
  const { pen, done } = newPdf({ title: blank.name, author: "" });
  for (const texts of test ? [samples] : pages) {
    pen.doc.addPage({ size: [mm(blank.width), mm(blank.height)], margin: 0 });
    if (test) rulers(pen, blank);
    for (const field of blank.fields) place(pen, field, { text: texts[field.key] ?? "", blank, framed: test });
  }
  pen.doc.end();
  return done;
}

/** How far a field may reach down, in millimetres: to the next one below it, or the edge of the paper. */
function roomOf({ x, y, width }: BlankField, { height, fields }: Pick<BlankIn, "height" | "fields">): number {
  const below = fields.filter((other) => other.y > y && other.x < x + width && x < other.x + other.width);
  return Math.min(height, ...below.map((other) => other.y)) - y;
}

/** No smaller than this share of the measured size: beyond it the office has to measure more room. */
const smallest = 0.6;

function place(pen: Pen, field: BlankField, { text, blank, framed }: { text: string; blank: BlankIn; framed: boolean }): void {
  const { x, y, width, align, bold, italic, upper } = field;
  const face = bold ? "bold" : italic ? "italic" : "regular";
  const printed = upper ? text.toLocaleUpperCase("vi") : text;
  const room = mm(roomOf(field, blank));
  // Names are long: one that would run into the next field is set smaller, never over it.
  let { size } = field;
  const fits = () => pen.lines(printed, { width: mm(width), size, face }).length * size * lineHeight <= room;
  while (!fits() && size > field.size * smallest) size -= 0.5;
  const below = printed === "" ? mm(y) + size : pen.set(printed, { x: mm(x), y: mm(y), width: mm(width), size, align, face });
  if (!framed) return;
  pen.doc
    .lineWidth(0.4)
    .dash(2, { space: 2 })
    .strokeColor(faint)
    .rect(mm(x), mm(y), mm(width), below - mm(y))
    .stroke()
    .undash();
  pen.set(`${x} × ${y} mm, rộng ${width}`, { x: mm(x), y: mm(y) - 8, width: mm(Math.max(width, 60)), size: 6, colour: faint });
}

/** A tick every five millimetres along the upper and the left side, with a number every twenty. */
function rulers({ doc, set }: Pen, { width, height }: Pick<BlankIn, "width" | "height">): void {
  doc
    .lineWidth(0.3)
    .strokeColor(faint)
    .rect(mm(2), mm(2), mm(width - 4), mm(height - 4))
    .stroke();
  for (let at = 5; at < width; at += 5) {
    doc
      .moveTo(mm(at), 0)
      .lineTo(mm(at), mm(at % 20 === 0 ? 5 : 2.5))
      .stroke();
    if (at % 20 === 0) set(String(at), { x: mm(at) + 1, y: mm(2.6), width: 30, size: 6, colour: faint });
  }
  for (let at = 5; at < height; at += 5) {
    doc
      .moveTo(0, mm(at))
      .lineTo(mm(at % 20 === 0 ? 5 : 2.5), mm(at))
      .stroke();
    if (at % 20 === 0) set(String(at), { x: mm(2.6), y: mm(at) + 1, width: 30, size: 6, colour: faint });
  }
}
