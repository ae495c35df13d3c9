import type { Text } from "../../../src/kernel/language.ts";
import type { Finding, Severity } from "../../../src/modules/documents/contract.ts";
import { say } from "./messages.ts";

export const severities = ["wrong", "look", "hint"] as const satisfies readonly Severity[];

/** The list as plain text, for a message or a note to the writer. */
export function listAsText(title: string, findings: readonly Finding[], t: (text: Text) => string): string {
  const parts = severities.flatMap((severity) => {
    const own = findings.filter((finding) => finding.severity === severity);
    if (own.length === 0) return [];
    const lines = own.map(({ place, places, quote, reason, mend, basis }) =>
      [
        `- ${place ? `[${t(say("line", { line: place.line }))}${places.length > 1 ? `, +${places.length - 1}` : ""}] ` : ""}${t(reason)}`,
        quote === null ? null : `  “${quote}”`,
        mend && `  ${t(say("mend"))} ${t(mend)}`,
        `  ${t(say("basis"))} ${t(basis)}`,
      ]
        .filter(Boolean)
        .join("\n"),
    );
    return [`${t(say(severity)).toUpperCase()}\n${lines.join("\n")}`];
  });
  return [`${title}\n${t(say("found", { count: findings.length }))}`, ...parts].join("\n\n");
}
