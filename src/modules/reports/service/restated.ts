import type { z } from "zod";
import type { Actor } from "../../../kernel/actor.ts";
import type { Database } from "../../../platform/database/index.ts";
import type { RestatedFigure } from "../shapes.ts";
import { seeReport } from "./access.ts";
import { liveFigures, type ReportSources } from "./live.ts";

/** Figures that have changed since the signature: told, never applied. What was signed is corrected by another document. */
export async function restatedFigures(
  db: Database,
  actor: Actor,
  sources: ReportSources,
  id: string,
): Promise<z.infer<typeof RestatedFigure>[]> {
  const { report } = await seeReport(db, actor, id);
  if (!report.frozen) return [];
  const { figures } = report.frozen;
  const live = await liveFigures(
    db,
    sources,
    report,
    figures.map(({ ref }) => ref),
  );
  return figures.flatMap(({ ref, title, unit, approved }) => {
    const now = live.figures.get(ref)?.approved ?? null;
    return now === approved ? [] : [{ ref, title, unit, signed: approved, now }];
  });
}
