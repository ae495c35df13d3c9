import type { Services } from "../../../platform/services.ts";
import { failuresForgotten, halfSessionLife, sessionLimits } from "../domain.ts";
import { sweepLinks } from "../store/links.ts";
import { sweepSessions } from "../store/sessions.ts";
import { sweepThrottles } from "../store/throttle.ts";

const MONTH = 30 * 86_400_000;

/** Takes away what no rule could bring back: sessions beyond any limit, links long spent, failures forgotten. */
export async function sweep({ db, clock }: Pick<Services, "db" | "clock">): Promise<void> {
  const now = clock().getTime();
  const { idle } = sessionLimits({ shared: false, administrator: false });
  await sweepSessions(db, new Date(now - idle), new Date(now - halfSessionLife));
  await sweepLinks(db, new Date(now - MONTH));
  await sweepThrottles(db, new Date(now - failuresForgotten));
}
