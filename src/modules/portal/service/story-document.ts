import { AlignmentType, Document, HeadingLevel, ImageRun, Packer, Paragraph, TextRun } from "docx";
import type { Actor } from "../../../kernel/actor.ts";
import { authorise, may } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import { dimensionsOf } from "../../../kernel/picture-size.ts";
import type { Database } from "../../../platform/database/index.ts";
import type { Files } from "../../../platform/files.ts";
import { plainFileName } from "../../documents/index.ts";
import { say } from "../messages.ts";
import { publicPrints } from "../store/sources.ts";
import { readStory } from "./stories.ts";

const font = "Times New Roman";
/** Points of a text column on A4, and the most that a picture takes of a page's height. */
const widest = 440;
const highest = 300;

const plain = (text: string, options: { italics?: boolean; bold?: boolean; size?: number } = {}): TextRun =>
  new TextRun({ text, font, size: 28, color: "000000", ...options });

/** A story as editors of a bulletin take it: title, lead, text, pictures with captions, where it comes from. */
export async function storyDocument(
  { db, files }: { db: Database; files: Files },
  actor: Actor,
  id: string,
): Promise<{ name: string; bytes: Buffer }> {
  authorise(may(actor, "publication:open"), "publication:open");
  if (!/^[0-9a-f-]{36}$/.test(id)) throw problem("not_found", say("noStory"));
  const story = await readStory(db, actor, id);
  // Only what may be public at this moment leaves the system.
  const prints = await publicPrints(db, story.exemplar.id, story.pictures);
  const pictures = await Promise.all(prints.map(async (print) => ({ ...print, bytes: await bytesOf(files, print.hash) })));
  const body = story.body
    .split(/\n\s*\n|\n/)
    .map((text) => text.trim())
    .filter(Boolean);
  const shown = pictures.map((picture, at) => pictureOf(picture, at + 1));
  const [first = [], ...rest] = shown;
  const [year = "", month = ""] = story.month.split("-");
  const file = new Document({
    creator: "Khéo",
    title: story.title,
    styles: { default: { document: { run: { font, size: 28, language: { value: "vi-VN" } } } } },
    sections: [
      {
        properties: { page: { size: { width: 11906, height: 16838 }, margin: { top: 1134, bottom: 1134, left: 1701, right: 1134 } } },
        children: [
          new Paragraph({
            heading: HeadingLevel.HEADING_1,
            spacing: { after: 160 },
            children: [plain(story.title, { bold: true, size: 36 })],
          }),
          ...(story.lead ? [new Paragraph({ spacing: { after: 200 }, children: [plain(story.lead, { bold: true })] })] : []),
          ...first,
          ...body.map(
            (text) =>
              new Paragraph({
                alignment: AlignmentType.JUSTIFIED,
                indent: { firstLine: 567 },
                spacing: { after: 120, line: 320 },
                children: [plain(text)],
              }),
          ),
          ...rest.flat(),
          new Paragraph({ alignment: AlignmentType.RIGHT, spacing: { before: 240 }, children: [plain(story.writtenBy, { bold: true })] }),
          new Paragraph({
            alignment: AlignmentType.RIGHT,
            children: [plain(`${story.unitName}, tháng ${Number(month)}/${year}`, { italics: true, size: 24 })],
          }),
          new Paragraph({
            spacing: { before: 240 },
            children: [plain(`Về mô hình: ${story.exemplar.name}.`, { italics: true, size: 24 })],
          }),
        ],
      },
    ],
  });
  return { name: `${plainFileName(story.title)}.docx`, bytes: await Packer.toBuffer(file) };
}

async function bytesOf(files: Files, hash: string): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of await files.open(hash)) parts.push(Buffer.from(part as Uint8Array));
  return Buffer.concat(parts);
}

function pictureOf({ bytes, caption, alt }: { bytes: Buffer; caption: string; alt: string }, number: number): Paragraph[] {
  const { width, height } = dimensionsOf(bytes) ?? { width: 4, height: 3 };
  const scale = Math.min(widest / width, highest / height);
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      keepNext: true,
      spacing: { before: 160 },
      children: [
        new ImageRun({
          type: "jpg",
          data: bytes,
          // The library counts in pixels of 96 to the inch.
          transformation: { width: Math.round((width * scale * 96) / 72), height: Math.round((height * scale * 96) / 72) },
          altText: { name: `Ảnh ${number}`, title: caption || `Ảnh ${number}`, description: alt || caption },
        }),
      ],
    }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: 60, after: 200 },
      children: [plain(caption || alt, { italics: true, size: 24 })],
    }),
  ];
}
