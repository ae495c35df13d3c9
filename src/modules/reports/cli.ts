import { writeFile } from "node:fs/promises";
import { Command, Option } from "commander";
import { problem } from "../../kernel/errors.ts";
import { phrasebook } from "../../kernel/language.ts";
import type { PeriodCalendar } from "../../kernel/time/period.ts";
import type { CliCommand } from "../../platform/cli.ts";
import { composeReport, periodCalled, unitCalled, type Composed } from "./service/composing.ts";
import type { ReportSources } from "./service/live.ts";

const say = phrasebook(
  {
    unit: "tên hoặc số của đơn vị",
    period: "kỳ báo cáo: 2026-W47, 2026-11, 2026-Q3, 2026-H1, 2026-9M, 2026",
    calendar: "lịch chốt số liệu: civil (theo tháng) hoặc cut-off-15 (từ ngày 15 đến ngày 14)",
    template: "đề cương có sẵn thay cho biểu mẫu của kỳ (front-report, party-report, state-report …)",
    out: "tệp .docx sẽ ghi",
    cannotWrite: ({ file }: { file: string }) => `Không ghi được tệp ${file}. Hãy kiểm tra thư mục và quyền ghi rồi chạy lại.`,
    signed: ({ title, file }: { title: string; file: string }) => `Đã ghi bản đã ký “${title}” vào ${file}.`,
    draft: ({ title, file }: { title: string; file: string }) => `Đã ghi bản dự thảo đang soạn “${title}” vào ${file}.`,
    new: ({ title, file }: { title: string; file: string }) => `Đã ghi bản dự thảo “${title}” từ số liệu hiện có vào ${file}.`,
  },
  {
    unit: "name or number of the unit",
    period: "period: 2026-W47, 2026-11, 2026-Q3, 2026-H1, 2026-9M, 2026",
    calendar: "calendar of its cut-offs: civil, or cut-off-15 (the 15th to the 14th)",
    template: "a built-in outline instead of the round's form (front-report, party-report, state-report …)",
    out: "the .docx to write",
    cannotWrite: ({ file }: { file: string }) =>
      `The file ${file} cannot be written. Check the folder and its permissions, then run again.`,
    signed: ({ title, file }: { title: string; file: string }) => `The signed report “${title}” was written to ${file}.`,
    draft: ({ title, file }: { title: string; file: string }) => `The draft “${title}” that is being written went to ${file}.`,
    new: ({ title, file }: { title: string; file: string }) => `A draft “${title}” from the figures as they stand was written to ${file}.`,
  },
);

type Options = { unit: string; period: string; calendar: PeriodCalendar; template?: string; out: string };

/** `kheo report --unit U --period P --out FILE`: reads, and stores nothing. */
export const reportCommand =
  (sources: ReportSources): CliCommand =>
  (cli) =>
    new Command("report")
      .requiredOption("--unit <unit>", say("unit")[cli.language])
      .requiredOption("--period <period>", say("period")[cli.language])
      .requiredOption("--out <file>", say("out")[cli.language])
      .addOption(new Option("--calendar <calendar>", say("calendar")[cli.language]).choices(["civil", "cut-off-15"]).default("civil"))
      .option("--template <id>", say("template")[cli.language])
      .action(async ({ unit, period, calendar, template, out }: Options) => {
        const asked = periodCalled(calendar, period);
        await cli.withServices(async ({ db, files, clock }) => {
          const meant = await unitCalled(db, unit);
          const { bytes, what, title }: Composed = await composeReport(
            { db, files, clock, sources },
            { unit: meant, period: asked, templateId: template ?? null },
          );
          await writeFile(out, bytes).catch(() => {
            throw problem("invalid_input", say("cannotWrite", { file: out }));
          });
          cli.print(say(what, { title: title.replaceAll(/\s+/g, " "), file: out }));
        });
      });
