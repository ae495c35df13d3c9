import type { Text } from "../../../kernel/language.ts";
import { dateParts, formatShortDate, type CalendarDate, type Period } from "../../../kernel/time/index.ts";
import type { Due, DueRule } from "../contract/forms.ts";

const roman = ["I", "II", "III", "IV"];
const two = (value: number): string => String(value).padStart(2, "0");

const span = ({ from, to }: Pick<Period, "from" | "to">): string => {
  const [first, last] = [dateParts(from), dateParts(to)];
  return first.year === last.year
    ? `${two(first.day)}/${two(first.month)}–${two(last.day)}/${two(last.month)}/${last.year}`
    : `${two(first.day)}/${two(first.month)}/${first.year}–${two(last.day)}/${two(last.month)}/${last.year}`;
};

/** A period as people say it: "quý III/2026", "6 tháng đầu năm 2026", "tuần 07/2026 (09/02–15/02/2026)". */
export function periodLabel({ calendar, kind, code, from, to }: Period): Text {
  const year = code.slice(0, 4);
  const number = Number(code.slice(5).replace(/\D/g, ""));
  const said: Record<Period["kind"], () => Text> = {
    week: () => ({ vi: `tuần ${two(number)}/${year} (${span({ from, to })})`, en: `week ${number} of ${year} (${span({ from, to })})` }),
    month: () => ({ vi: `tháng ${number}/${year}`, en: `${two(number)}/${year}` }),
    quarter: () => ({ vi: `quý ${roman[number - 1]}/${year}`, en: `quarter ${number} of ${year}` }),
    half: () =>
      number === 1
        ? { vi: `6 tháng đầu năm ${year}`, en: `first half of ${year}` }
        : { vi: `6 tháng cuối năm ${year}`, en: `second half of ${year}` },
    "nine-month": () => ({ vi: `9 tháng đầu năm ${year}`, en: `first nine months of ${year}` }),
    year: () => ({ vi: `năm ${year}`, en: year }),
    "ad-hoc": () => ({
      vi: `từ ${formatShortDate(from)} đến ${formatShortDate(to)}`,
      en: `${formatShortDate(from)} to ${formatShortDate(to)}`,
    }),
  };
  const label = said[kind]();
  if (calendar === "civil" || kind === "week" || kind === "ad-hoc") return label;
  return { vi: `${label.vi} (${span({ from, to })})`, en: `${label.en} (${span({ from, to })})` };
}

const dayWords = ({ month, day }: { month: number | null; day: number }): string =>
  month === null ? two(day) : `${two(day)}/${month < 3 ? two(month) : month}`;

/** A rule in words, for a form whose document said nothing: "trước ngày 15/6 và 15/12 hằng năm". */
export function ruleWords(rule: DueRule): Text {
  if (rule.kind === "date") {
    const day = formatShortDate(rule.date);
    return rule.before ? { vi: `trước ngày ${day}`, en: `before ${day}` } : { vi: `chậm nhất ngày ${day}`, en: `by ${day}` };
  }
  if (rule.kind === "day-of-year") {
    const monthly = rule.at.every(({ month }) => month === null);
    const days = rule.at.map(dayWords).join(" và ");
    const [vi, en] = rule.before ? ["trước ngày", "before"] : ["chậm nhất ngày", "by"];
    return {
      vi: `${vi} ${days} hằng ${monthly ? "tháng" : "năm"}`,
      en: `${en} ${rule.at.map(dayWords).join(" and ")}, ${monthly ? "monthly" : "yearly"}`,
    };
  }
  const { days, working } = rule;
  const count = two(Math.abs(days));
  if (days === 0) return { vi: "ngày cuối của kỳ báo cáo", en: "the last day of the period" };
  const kind = working ? "ngày làm việc" : "ngày";
  const english = `${Math.abs(days)} ${working ? "working days" : "days"}`;
  return days > 0
    ? { vi: `trong ${count} ${kind} sau khi kết thúc kỳ`, en: `within ${english} of the period's end` }
    : { vi: `trước khi kết thúc kỳ ${count} ${kind}`, en: `${english} before the period's end` };
}

/** As printed, or in words. */
export const dueText = ({ text, rule }: Due): Text => (text === "" ? ruleWords(rule) : { vi: text, en: text });

/** The same for one period, with its year: "trước ngày 15/6/2026". What comes so many days after the end stays as printed. */
export function dueWords({ text, rule }: Due, date: CalendarDate): string {
  if (rule.kind === "after-end") return text === "" ? ruleWords(rule).vi : text;
  if (rule.kind === "date" && text !== "") return text;
  return `${rule.before ? "trước" : "chậm nhất"} ngày ${formatShortDate(date)}`;
}

export type OwingUnit = { name: string; dueText: string; lastDay: CalendarDate };

/**
 * A reminder as an office writes one to its own units, or to bodies that it asked. Names only those who owe, blames nobody,
 * and leaves room for what the system does not know.
 */
export function chaseLetter(
  {
    title,
    period,
    owner,
    units,
    today,
  }: { title: string; period: string; owner: string; units: readonly OwingUnit[]; today: CalendarDate },
  how: "assigned" | "requested",
): string {
  const groups = [...Map.groupBy(units, ({ lastDay, dueText: said }) => `${lastDay} ${said}`).values()];
  const lines = groups.flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const day = formatShortDate(first.lastDay);
    const when =
      first.lastDay < today
        ? "trong thời gian sớm nhất"
        : `theo hạn ${first.dueText}${first.dueText.includes(day) && !first.dueText.startsWith("trước") ? "" : ` (hết ngày ${day})`}`;
    return [`Gửi ${when}:`, ...group.map(({ name }) => `- ${name}`)];
  });
  const asks =
    how === "assigned"
      ? `Để kịp tổng hợp ${title}, kỳ ${period}, ${owner} đề nghị các đơn vị sau đây quan tâm hoàn thành báo cáo trên hệ thống.`
      : `Để phục vụ tổng hợp ${title}, kỳ ${period}, ${owner} trân trọng đề nghị các cơ quan, đơn vị sau đây quan tâm phối hợp cung cấp số liệu.`;
  return [
    how === "assigned" ? "Kính gửi các đồng chí," : "Kính gửi quý cơ quan, đơn vị,",
    asks,
    ...lines,
    "Trường hợp đã gửi, hoặc cần thêm thời gian, xin báo lại để cùng phối hợp.",
    "Trân trọng cảm ơn.",
  ].join("\n");
}
