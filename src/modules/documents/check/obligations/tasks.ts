/** Tasks without a lead or a date, the same task twice, a heading that leaves its content to somebody else. */
import { fold, oneTone, squeeze } from "../../../../kernel/text.ts";
import type { Task } from "../../compile/plan.ts";
import { basis } from "../basis.ts";
import type { Hit, Rule, View } from "../rule.ts";
import { say } from "./messages.ts";

/** Below this a short plan of one office is not asked about; nor a few in a long plan, which the reader of sentences may have missed. */
const worthAsking = 4;

const noLead: Rule = {
  id: "obligation/no-lead",
  severity: "hint",
  find({ plan: { tasks }, parts, sheet }) {
    const open = tasks.filter(({ lead }) => lead.length === 0);
    if (!parts.isSchedule || open.length < worthAsking || open.length * 5 < tasks.length) return [];
    return [
      {
        places: open.map(({ span }) => sheet.range(span)),
        reason: say("noLead", { count: open.length, total: tasks.length }),
        basis: basis.assigning,
        mend: say("noLeadMend"),
        about: "no-lead",
        severity: open.length * 3 > tasks.length ? "look" : "hint",
      },
    ];
  },
};

/** Words that say themselves that the work has no end. */
const CONTINUOUS = /thường xuyên|tiếp tục|kịp thời|khi có|hằng năm|hàng năm|hằng tháng|hàng tháng|định kỳ|duy trì/iu;

/** A time that no day could be computed from is still a time: "ngày 31/6", "trong mùa khô năm 2026". */
const TIMED = /\d\s?[/.-]\s?\d|(?:ngày|tháng|quý|năm|tuần)\s+(?:\d|[IVX])/iu;

const noDue: Rule = {
  id: "obligation/no-due",
  severity: "hint",
  find({ plan: { tasks }, parts, sheet }) {
    const open = tasks.filter(({ due, span }) => {
      if (due.kind !== "none" || due.rule !== null) return false;
      const { start, end } = sheet.range(span);
      const words = sheet.flow.slice(start, end);
      return !CONTINUOUS.test(words) && !TIMED.test(words);
    });
    if (!parts.isSchedule || open.length < worthAsking) return [];
    return [
      {
        places: open.map(({ span }) => sheet.range(span)),
        reason: say("noDue", { count: open.length, total: tasks.length }),
        basis: basis.assigning,
        mend: say("noDueMend"),
        about: "no-due",
      },
    ];
  },
};

function wordsOf({ sheet }: View, task: Task): string {
  const { start, end } = sheet.range(task.span);
  return squeeze(fold(sheet.flow.slice(start, end)).replace(/[^a-z0-9 ]+/gu, " "));
}

const sameTask: Rule = {
  id: "obligation/same-task",
  severity: "look",
  find(view) {
    const { plan, sheet, parts } = view;
    if (!parts.isPlan) return [];
    // Tasks that begin alike are compared; the rest cannot be the same.
    const buckets = new Map<string, { task: Task; words: string }[]>();
    const hits: Hit[] = [];
    for (const task of plan.tasks) {
      const words = wordsOf(view, task);
      const list = words.split(" ");
      // The closing formula of every list of duties is no copy.
      if (list.length < 8 || /^thuc hien (?:cac |mot so )?nhiem vu khac/u.test(words)) continue;
      const key = list.slice(0, 6).join(" ");
      const bucket = buckets.get(key) ?? [];
      const twin = bucket.find(
        (other) =>
          other.words === words &&
          sameLead(other.task, task) &&
          other.task.due.rule === task.due.rule &&
          other.task.due.date === task.due.date,
      );
      if (twin && bucket.length < 50)
        hits.push({
          places: [sheet.range(task.span), sheet.range(twin.task.span)],
          reason: say("same"),
          basis: basis.within,
          mend: say("sameMend"),
          about: words.slice(0, 80),
        });
      else bucket.push({ task, words });
      buckets.set(key, bucket);
    }
    return hits;
  },
};

const sameLead = (one: Task, other: Task): boolean => fold(one.lead.join(";")) === fold(other.lead.join(";"));

const PROMISED = /(các bước|tiêu chí|tiêu chuẩn|quy trình|thang điểm)/giu;
const LEFT =
  /^\s*(?:[-–+]\s*)?(?:Giao|Đề nghị)\s[^.\n]{3,200}\s(?:hướng dẫn|ban hành|quy định|xây dựng)\s[^.\n]*(?:các bước|tiêu chí|tiêu chuẩn|quy trình|thang điểm)/iu;

/** "2. Các bước xây dựng, tiêu chí" over the one sentence "Giao … hướng dẫn tiêu chí, các bước". */
const leftToOther: Rule = {
  id: "obligation/left-to-other",
  severity: "look",
  find({ plan: { outline }, sheet }) {
    return outline.flatMap((entry, k): Hit[] => {
      if (entry.kind !== "heading") return [];
      const promised = [...new Set([...entry.title.matchAll(PROMISED)].map(([word]) => word.toLowerCase()))];
      if (promised.length === 0) return [];
      const heading = sheet.range(entry.span);
      const next = outline[k + 1];
      const until = next ? sheet.range(next.span).start : heading.end + 1200;
      const text = sheet.flow.slice(heading.end, until);
      // Content of its own (bullets, several sentences) keeps the promise.
      const found = LEFT.exec(text.trim());
      if (!found || text.trim().length > found[0].length + 200 || /\n\s*[-–+•]\s/u.test(text)) return [];
      const start = heading.end + text.indexOf(text.trim());
      return [
        {
          places: [{ start, end: start + found[0].length }, heading],
          reason: say("leftToOther", { what: promised.join(", ") }),
          basis: basis.within,
          mend: say("leftToOtherMend"),
          about: entry.title,
        },
      ];
    });
  },
};

const PROVINCE = /(?:trên địa bàn (?:toàn )?tỉnh|(?:trong|trên phạm vi) toàn tỉnh|trên toàn tỉnh)(?!,? (?:về|giai|đến|và những))/giu;
const EVENT = /(?:tọa đàm|toạ đàm|hội nghị|hội thi|tập huấn|hội thảo|lễ phát động|tổ chức kiểm tra)/iu;
/** A sentence that quotes or names the superior's documents or bodies speaks of the province rightly. */
const SUPERIOR =
  /(?:số\s+\d|đề án|kế hoạch của|chỉ thị|nghị quyết|kết luận|tỉnh ủy|ubnd tỉnh|mttq tỉnh|cấp tỉnh|của tỉnh|các huyện|trung ương)/iu;

const widerScope: Rule = {
  id: "obligation/wider-scope",
  severity: "look",
  find({ plan: { header }, sheet: { flow }, parts }) {
    const issuer = oneTone(header.issuer ?? "").toLowerCase();
    if (
      !parts.isPlan ||
      !/(?:huyện|quận|thị xã|xã|phường|đặc khu|thị trấn)(?: ủy)? ?\p{L}*/u.test(issuer) ||
      /tỉnh|thành ủy|trung ương/u.test(issuer.replace(/,.*$/u, ""))
    )
      return [];
    return [...flow.slice(parts.opening.end, parts.body.end).matchAll(PROVINCE)].flatMap(({ 0: words, index }): Hit[] => {
      const start = parts.opening.end + index;
      const sentence = flow.slice(Math.max(flow.lastIndexOf("\n", start), flow.lastIndexOf(". ", start)) + 1, start);
      if (!EVENT.test(sentence) || SUPERIOR.test(oneTone(sentence))) return [];
      return [
        {
          places: [{ start, end: start + words.length }],
          reason: say("widerScope", { scope: words, issuer: header.issuer ?? "" }),
          basis: basis.within,
          mend: say("widerScopeMend"),
          about: squeeze(sentence).slice(0, 60),
        },
      ];
    });
  },
};

export const taskRules: Rule[] = [noLead, noDue, sameTask, leftToOther, widerScope];
