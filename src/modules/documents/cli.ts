import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { Command, Option } from "commander";
import { problem } from "../../kernel/errors.ts";
import { phrasebook } from "../../kernel/language.ts";
import type { CliCommand } from "../../platform/cli.ts";
import { compilePlan } from "./compile/index.ts";
import type { ReadableKind } from "./reading/extracted.ts";
import { recogniseWhole } from "./reading/ocr/whole.ts";
import { readDocument } from "./reading/read.ts";

export { check } from "./check/cli.ts";

const say = phrasebook(
  {
    cannotOpen: ({ file }: { file: string }) => `Không mở được tệp ${file}. Hãy kiểm tra đường dẫn và quyền đọc rồi chạy lại.`,
    recognising: ({ page, pages }: { page: number; pages: number }) => `Đang nhận dạng trang ${page}/${pages}…`,
    json: "in kết quả ở dạng JSON (mặc định)",
    text: "in phần chữ đã tách ra; số dòng trong kết quả đếm theo bản này",
  },
  {
    cannotOpen: ({ file }: { file: string }) =>
      `The file ${file} cannot be opened. Check the path and that it may be read, then run again.`,
    recognising: ({ page, pages }: { page: number; pages: number }) => `Recognising page ${page} of ${pages}…`,
    json: "print the result as JSON (default)",
    text: "print the extracted text; lines in the result count in it",
  },
);

/** A scan takes seconds a page: standard error says how far it is. */
function recognised(cli: Parameters<CliCommand>[0], kind: ReadableKind, bytes: Uint8Array): Promise<string> {
  return recogniseWhole({ kind: kind === "pdf" ? "pdf" : "image", bytes }, (page, pages) =>
    process.stderr.write(`${say("recognising", { page, pages })[cli.language]}\n`),
  );
}

/** `kheo compile FILE [--json|--text]`: what the server reads out of a document, without a server or a database. */
export const compile: CliCommand = (cli) =>
  new Command("compile")
    .argument("<file>", ".docx, .doc, .odt, .rtf, .html, .pdf, .txt, .md, .jpg, .png")
    .addOption(new Option("--json", say("json")[cli.language]).conflicts("text"))
    .addOption(new Option("--text", say("text")[cli.language]))
    .action(async (file: string, { text }: { text?: boolean }) => {
      const bytes = await readFile(file).catch(() => {
        throw problem("not_found", say("cannotOpen", { file }));
      });
      const extracted = await readDocument({ name: basename(file), bytes });
      const words = extracted.needsRecognition ? await recognised(cli, extracted.kind, bytes) : extracted.text;
      // Nothing after the last line: `line` counts in exactly what is printed.
      process.stdout.write(text ? words : `${JSON.stringify(compilePlan(words), null, 2)}\n`);
    });
