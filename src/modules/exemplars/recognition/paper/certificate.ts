import { create as qrCode } from "qrcode";
import { dateParts, type CalendarDate } from "../../../../kernel/time/index.ts";
import { dayOf, forms } from "../../../documents/dispatch/forms.ts";
import { fieldTitles } from "../../messages.ts";
import type { ExemplarField, ExemplarKind } from "../../shapes.ts";
import type { DecisionHeader } from "../shapes.ts";
import { mm, newPdf, type Pen } from "./pen.ts";

export type CertificateIn = {
  header: DecisionHeader;
  name: string;
  kind: ExemplarKind;
  field: ExemplarField | null;
  unit: string;
  year: number;
  number: string;
  day: CalendarDate;
  signer: string;
  code: string;
  /** Where it is verified: shown as a square code and as text. */
  address: string;
};

const accent = "#9f1d20";
const quiet = "#4a4a4a";
const page = { width: mm(297), height: mm(210) };
const inner = mm(24);
const width = page.width - 2 * inner;

/** What the certificate calls it: "mô hình", "điển hình cá nhân" … */
const calls: Record<ExemplarKind, string> = {
  model: "MÔ HÌNH",
  works: "CÔNG TRÌNH",
  person: "ĐIỂN HÌNH CÁ NHÂN",
  group: "ĐIỂN HÌNH TẬP THỂ",
  "self-government": "MÔ HÌNH TỰ QUẢN",
  "friendly-government": "MÔ HÌNH “CHÍNH QUYỀN THÂN THIỆN”",
  "creative-activity": "HOẠT ĐỘNG SÁNG TẠO",
};

/** Certificates on A4 landscape, one a page: one for a single exemplar, many for a whole decision. */
export function certificates(list: readonly CertificateIn[]): Promise<Buffer> {
  const [first] = list;
  const { pen, done } = newPdf({ title: `Giấy chứng nhận - ${first?.name ?? ""}`.slice(0, 200), author: first?.header.called ?? "" });
  for (const one of list) onePage(pen, one);
  pen.doc.end();
  return done;
}

function onePage(pen: Pen, one: CertificateIn): void {
  pen.doc.addPage({ size: [page.width, page.height], margin: 0 });
  frame(pen);
  letterhead(pen, one);
  middle(pen, one);
  verification(pen, one);
  signature(pen, one);
}

function frame({ doc }: Pen): void {
  const ruled = (inset: number, thick: number) =>
    doc
      .lineWidth(thick)
      .strokeColor(accent)
      .rect(mm(inset), mm(inset), page.width - 2 * mm(inset), page.height - 2 * mm(inset))
      .stroke();
  ruled(9, 2.2);
  ruled(11.2, 0.6);
}

const upper = (text: string): string => text.toLocaleUpperCase("vi");

/** The body on the left, the motto of its form on the right, as on its papers. */
function letterhead(pen: Pen, { header }: CertificateIn): void {
  const rules = forms[header.form];
  const left = { x: inner - mm(6), width: mm(112), align: "center" as const };
  const right = { x: page.width - inner + mm(6) - mm(124), width: mm(124), align: "center" as const };
  let y = mm(18);
  for (const line of header.superior) y = pen.set(upper(line), { ...left, y, size: 11.5 });
  for (const line of header.issuer) y = pen.set(upper(line), { ...left, y, size: 11.5, face: "bold" });
  if (rules.starUnderIssuer) pen.set("*", { ...left, y, size: 12 });
  else under(pen, left.x + left.width / 2, y + 2, mm(26));
  const [motto = "", ...slogans] = rules.motto;
  y = pen.set(motto, { ...right, y: mm(18), size: rules.motto.length > 1 ? 11.5 : 13, face: "bold" });
  for (const line of slogans) y = pen.set(line, { ...right, y, size: 12, face: "bold" });
  under(pen, right.x + right.width / 2, y + 2, mm(rules.motto.length > 1 ? 52 : 70));
}

const under = ({ doc }: Pen, middleX: number, y: number, length: number): void =>
  void doc
    .lineWidth(0.7)
    .strokeColor("#1a1a1a")
    .moveTo(middleX - length / 2, y)
    .lineTo(middleX + length / 2, y)
    .stroke();

const longest = 3;

/** The largest size in which the name takes no more than three lines: names are long. */
function nameSize(pen: Pen, name: string): number {
  for (const size of [26, 23, 20, 18, 16])
    if (pen.lines(name, { width, size, face: "bold" }).length <= (size > 20 ? 2 : longest)) return size;
  return 14;
}

function middle(pen: Pen, { header, name, kind, field, unit, year, number, day }: CertificateIn): void {
  const line = { x: inner, width, align: "center" as const };
  let y = mm(49);
  y = pen.set("GIẤY CHỨNG NHẬN", { ...line, y, size: 34, face: "bold", colour: accent });
  y = pen.set(`${calls[kind]} “DÂN VẬN KHÉO” NĂM ${year}`, { ...line, y: y + 1, size: 15, face: "bold", colour: accent });
  y = pen.set(upper(header.called), { ...line, y: y + 10, size: 12.5, face: "bold" });
  y = pen.set("chứng nhận", { ...line, y: y + 1, size: 13, face: "italic" });
  const size = nameSize(pen, name);
  y = pen.set(name, { ...line, y: y + 7, size, face: "bold", lead: 1.25 });
  y = pen.set(`${kind === "person" || kind === "group" ? "Đơn vị" : "Đơn vị thực hiện"}: ${unit}`, { ...line, y: y + 5, size: 13.5 });
  if (field !== null) y = pen.set(`Lĩnh vực: ${fieldTitles[field].vi.toLocaleLowerCase("vi")}`, { ...line, y, size: 13.5 });
  pen.set(`được công nhận theo Quyết định số ${number} ${dayOf(dateParts(day))}`, { ...line, y: y + 3, size: 13 });
}

/** The square code and the same in letters, at the lower left. */
function verification(pen: Pen, { code, address }: CertificateIn): void {
  const side = mm(27);
  const x = inner - mm(4);
  const y = page.height - mm(20) - side;
  const { modules } = qrCode(address, { errorCorrectionLevel: "M" });
  const dot = side / modules.size;
  for (let row = 0; row < modules.size; row++)
    for (let column = 0; column < modules.size; column++)
      if (modules.get(row, column)) pen.doc.rect(x + column * dot, y + row * dot, dot + 0.02, dot + 0.02);
  pen.doc.fillColor("#1a1a1a").fill();
  const beside = { x: x + side + mm(4), width: mm(82) };
  let at = pen.set("Mã xác minh", { ...beside, y: y + mm(3), size: 9.5, colour: quiet });
  at = pen.set(code, { ...beside, y: at, size: 13.5, face: "bold" });
  pen.set(`Quét mã, hoặc mở địa chỉ dưới đây để kiểm tra\n${address}`, { ...beside, y: at + 3, size: 8.5, colour: quiet });
}

/** Day and signature at the lower right; room for the hand and the seal. */
function signature(pen: Pen, { header, day, signer }: CertificateIn): void {
  const block = { x: page.width - inner + mm(4) - mm(104), width: mm(104), align: "center" as const };
  let y = pen.set(`${header.place}, ${dayOf(dateParts(day))}`, { ...block, y: mm(142), size: 12.5, face: "italic" });
  for (const line of forms[header.form].authority(header.signature)) y = pen.set(line, { ...block, y, size: 12.5, face: "bold" });
  pen.set(signer, { ...block, y: mm(188), size: 13, face: "bold" });
}
