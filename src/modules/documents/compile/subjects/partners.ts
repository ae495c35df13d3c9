/** With whom: the partners of "phối hợp với", and those who "phối hợp" with the one who "chủ trì". */
import { matchesOf } from "../../../../kernel/text.ts";
import { readBodies } from "../bodies/index.ts";
import type { Stretch } from "../paragraphs/clauses.ts";
import { BARE_GENERIC } from "./deeds.ts";

const PARTNERS =
  /phối (?:kết )?hợp(?: (?:chặt chẽ|thường xuyên|tốt|đồng bộ|công tác|hoạt động|thực hiện|tổ chức|triển khai|chỉ đạo))?,? (?:với |cùng với |cùng |)/gu;

/** Partners of every "phối hợp (với|cùng) …" in the stretches. */
export function readPartners(text: string, low: string, stretches: readonly Stretch[]): string[] {
  const names: string[] = [];
  for (const { start, end } of stretches) {
    for (const found of matchesOf(low.slice(start, end), PARTNERS)) {
      const at = start + found.index + found[0].length;
      // "Hướng dẫn, đôn đốc MTTQ các cấp phối hợp với …": partners of those who are guided.
      const before = low.slice(start, start + found.index);
      if (
        /^(?:hướng dẫn|chỉ đạo|đôn đốc|lãnh đạo)(?!\p{L})/u.test(before) &&
        (/[^,;]*$/u.exec(before)?.[0].trim().split(" ").length ?? 0) > 2
      )
        continue;
      // "công tác phối hợp giữa …", "chương trình phối hợp thống nhất hành động" have no partner here.
      if (!/(?:với|cùng) $/u.test(found[0]) && BARE_GENERIC.test(low.slice(at, at + 20)) && !/^\p{Lu}/u.test(text[at] ?? "")) continue;
      const bodies = readBodies(text.slice(0, end), low.slice(0, end), at);
      if (bodies) for (const name of bodies.names) if (!names.includes(name)) names.push(name);
    }
  }
  return names;
}
