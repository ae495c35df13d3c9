import { Command } from "commander";
import type { CliCommand } from "../../platform/cli.ts";
import { say } from "./messages.ts";
import { sealsFolder } from "./routes.ts";
import { verifyAudit } from "./verify.ts";

/** `kheo verify-audit`: 0 when the record is whole, 1 with every place where it is not. */
export const verifyAuditCommand: CliCommand = (cli) =>
  new Command("verify-audit").action(async () => {
    const report = await cli.withDatabases(({ app }) => verifyAudit(app, sealsFolder(cli.config().data)), { mustExist: true });
    for (const finding of report.findings) cli.print(finding);
    const { acts, seals, pending, outside } = report;
    cli.print(
      say(report.findings.length === 0 ? "whole" : "notWhole", { acts, seals, pending, outside, findings: report.findings.length }),
    );
    if (report.findings.length > 0) process.exitCode = 1;
  });
