/** Who reports: the subject of the clause, whoever's report it is, or the receiver who hands on. */
import { readBodies } from "../bodies/index.ts";
import type { Stretch } from "../paragraphs/clauses.ts";
import type { Unit } from "../tasks/index.ts";
import type { Act } from "./acts.ts";
import type { Receiver } from "./receivers.ts";

/** "tham mưu báo cáo của Ban Thường trực gửi …": the report is that body's, whoever drafts it. */
export function ownerOf({ paragraph, low }: Unit, act: Act, clause: Stretch): string[] | null {
  if (act.verb !== "gửi" && act.verb !== "trình" && act.verb !== "nộp") return null;
  const from = Math.max(clause.start, act.at - 160);
  const found = /(?:^|[\s,])báo cáo(?: [^,;.]{1,50})? của (?=\S)/u.exec(low.slice(from, act.at));
  if (found === null) return null;
  const at = from + found.index + found[0].length;
  const bodies = readBodies(paragraph.text.slice(0, act.at), low.slice(0, act.at), at);
  return bodies !== null && /^[\s,]*(?:để )?$/u.test(low.slice(bodies.end, act.at)) ? bodies.names : null;
}

/** "về Sở Nội vụ trước ngày … để tổng hợp, báo cáo Chủ tịch": what stands between says that the first receiver goes on. */
const HANDS_ON = /^[^;.]{0,110}?(?:^|[\s,)])(?:để|nhằm|tổng hợp|theo dõi|xem xét)(?!\p{L})[^;.]{0,90}$/u;
const TOO = /(?:đồng thời|và gửi|và báo cáo)\s*$/u;

/** Whether the first receivers do the act that follows them. */
export function handsOn({ low }: Unit, receivers: readonly Receiver[], next: Act): boolean {
  const last = receivers.at(-1);
  if (last === undefined || next.at < last.end) return false;
  const between = low.slice(last.end, next.at);
  const named = low.slice(0, receivers[0]?.start ?? 0).endsWith(" để ") && /^\s*(?:tổng hợp|$)/u.test(between);
  return named || (HANDS_ON.test(between) && !TOO.test(between));
}
