import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { Command, Option } from "commander";
import { problem } from "../../../kernel/errors.ts";
import type { Language } from "../../../kernel/language.ts";
import type { CliCommand } from "../../../platform/cli.ts";
import { compilePlan } from "../compile/index.ts";
import { readDocument } from "../reading/read.ts";
import type { Finding } from "./finding.ts";
import { checkDocument } from "./index.ts";
import { say } from "./messages.ts";

/** `kheo check FILE [--json]`: what the plan check asks about a text, without a server, a database or the register. */
export const check: CliCommand = (cli) =>
  new Command("check")
    .argument("<file>", ".docx, .doc, .odt, .rtf, .html, .pdf, .txt, .md")
    .addOption(new Option("--json", say("json")[cli.language]))
    .action(async (file: string, { json }: { json?: boolean }) => {
      const bytes = await readFile(file).catch(() => {
        throw problem("not_found", say("cannotOpen", { file }));
      });
      const { text, needsRecognition } = await readDocument({ name: basename(file), bytes });
      if (needsRecognition) throw problem("unsupported", say("draftScan"));
      const findings = checkDocument({ text, plan: compilePlan(text) });
      process.stdout.write(json ? `${JSON.stringify(findings, null, 2)}\n` : listOf(findings, cli.language));
    });

function listOf(findings: readonly Finding[], language: Language): string {
  if (findings.length === 0) return `${say("none")[language]}\n`;
  const entries = findings.map(({ severity, place, places, quote, reason, mend, basis }, k) =>
    [
      `${k + 1}. [${say(severity)[language]}] ${reason[language]}`,
      place && `   ${say("line", { line: place.line, more: places.length - 1 })[language]}: ${quote}`,
      mend && `   ${say("mend")[language]}: ${mend[language]}`,
      `   ${say("basis")[language]}: ${basis[language]}`,
    ]
      .filter(Boolean)
      .join("\n"),
  );
  return `${say("count", { count: findings.length })[language]}\n\n${entries.join("\n\n")}\n`;
}
