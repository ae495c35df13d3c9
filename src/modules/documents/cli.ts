import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { Command, Option } from "commander";
import { problem } from "../../kernel/errors.ts";
import { phrasebook } from "../../kernel/language.ts";
import type { CliCommand } from "../../platform/cli.ts";
import { compilePlan } from "./compile/index.ts";
import { readDocument } from "./reading/read.ts";

export { check } from "./check/cli.ts";

const say = phrasebook(
  {
    cannotOpen: ({ file }: { file: string }) => `Không mở được tệp ${file}. Hãy kiểm tra đường dẫn và quyền đọc rồi chạy lại.`,
    json: "in kết quả ở dạng JSON (mặc định)",
    text: "in phần chữ đã tách ra; số dòng trong kết quả đếm theo bản này",
  },
  {
    cannotOpen: ({ file }: { file: string }) =>
      `The file ${file} cannot be opened. Check the path and that it may be read, then run again.`,
    json: "print the result as JSON (default)",
    text: "print the extracted text; lines in the result count in it",
  },
);

/** `kheo compile FILE [--json|--text]`: what the server reads out of a document, without a server or a database. */
export const compile: CliCommand = (cli) =>
  new Command("compile")
    .argument("<file>", ".docx, .doc, .odt, .rtf, .html, .pdf, .txt, .md")
    .addOption(new Option("--json", say("json")[cli.language]).conflicts("text"))
    .addOption(new Option("--text", say("text")[cli.language]))
    .action(async (file: string, { text }: { text?: boolean }) => {
      const bytes = await readFile(file).catch(() => {
        throw problem("not_found", say("cannotOpen", { file }));
      });
      const extracted = await readDocument({ name: basename(file), bytes });
      // Nothing after the last line: `line` counts in exactly what is printed.
      process.stdout.write(text ? extracted.text : `${JSON.stringify(compilePlan(extracted.text), null, 2)}\n`);
    });
