import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import { html } from "../../../kernel/html.ts";

/** The index of an evidence binder: what it is about, and one row per activity with its folder. */
export type BinderIndex = {
  about: string[];
  rows: { number: number; date: string; name: string; lead: string; figures: string; serves: string; folder: string; files: string[] }[];
};

const title = "MỤC LỤC TẬP MINH CHỨNG";
const heads = ["TT", "Ngày", "Hoạt động", "Đơn vị chủ trì", "Kết quả", "Mục", "Thư mục (số tệp)"];
/** Of a page of A4 on its side, in twentieths of a point. */
const widths = [600, 1300, 4200, 3000, 2600, 900, 2200];
const font = "Times New Roman";

/** The index as an office prints it. */
export async function binderDocument({ about, rows }: BinderIndex): Promise<Uint8Array> {
  const text = (value: string, bold = false) => new TextRun({ text: value, font, size: 24, bold });
  const cell = (at: number, children: (TextRun | ExternalHyperlink)[], centred = false) =>
    new TableCell({
      width: { size: widths[at] ?? 0, type: WidthType.DXA },
      margins: { left: 80, right: 80, top: 40, bottom: 40 },
      children: [new Paragraph({ alignment: centred ? AlignmentType.CENTER : AlignmentType.LEFT, children })],
    });
  const link = (folder: string, files: number) =>
    files === 0
      ? text("không có tệp")
      : new ExternalHyperlink({
          link: `${folder}/`,
          children: [new TextRun({ text: `${folder.slice(0, 3)} (${files})`, font, size: 24, style: "Hyperlink" })],
        });
  const file = new Document({
    creator: "Khéo",
    title,
    styles: { default: { document: { run: { font, size: 26, language: { value: "vi-VN" } } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838, orientation: PageOrientation.LANDSCAPE },
            margin: { top: 1134, bottom: 1134, left: 1134, right: 850 },
          },
        },
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { after: 120 },
            children: [new TextRun({ text: title, font, size: 28, bold: true })],
          }),
          ...about.map((line) => new Paragraph({ spacing: { after: 60 }, children: [new TextRun({ text: line, font, size: 26 })] })),
          new Table({
            layout: TableLayoutType.FIXED,
            columnWidths: widths,
            width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
            rows: [
              new TableRow({ tableHeader: true, children: heads.map((head, at) => cell(at, [text(head, true)], true)) }),
              ...rows.map(
                (row) =>
                  new TableRow({
                    cantSplit: true,
                    children: [
                      cell(0, [text(String(row.number))], true),
                      cell(1, [text(row.date)], true),
                      cell(2, [text(row.name)]),
                      cell(3, [text(row.lead)]),
                      cell(4, [text(row.figures)]),
                      cell(5, [text(row.serves)], true),
                      cell(6, [link(row.folder, row.files.length)]),
                    ],
                  }),
              ),
            ],
          }),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}

/** The same as a page that opens from the unpacked folder, with every file to click on. */
export function binderPage({ about, rows }: BinderIndex): string {
  const style =
    "body{font:16px/1.5 'Times New Roman',serif;margin:2rem}table{border-collapse:collapse;width:100%}td,th{border:1px solid #666;padding:.3rem .5rem;vertical-align:top;text-align:left}";
  const lines = rows.map(
    (row) =>
      html`<tr>
        <td>${row.number}</td>
        <td>${row.date}</td>
        <td>${row.name}</td>
        <td>${row.lead}</td>
        <td>${row.figures}</td>
        <td>${row.serves}</td>
        <td>${row.files.map((name) => html`<a href="${row.folder}/${name}">${name}</a> `)}</td>
      </tr>`,
  );
  return String(
    html`<!doctype html>
      <html lang="vi">
        <head>
          <meta charset="utf-8" />
          <title>${title}</title>
          <style>
            ${style}
          </style>
        </head>
        <body>
          <h1>${title}</h1>
          ${about.map((line) => html`<p>${line}</p>`)}
          <table>
            <thead>
              <tr>
                ${heads.map((head) => html`<th>${head}</th>`)}
              </tr>
            </thead>
            <tbody>
              ${lines}
            </tbody>
          </table>
        </body>
      </html>`,
  );
}
