import { addDays, daysBetween, formatShortDate, type CalendarDate } from "../../kernel/time/index.ts";
import type { ExtensionState } from "./contract.ts";

/** Days from the last day on which somebody is told: a week before, the day itself, after it ever more rarely. */
const stages = [-7, -3, -1, 0, 1, 3, 7, 14] as const;

/** The stage of what has just begun and is due only later. */
export const begun = -1000;

/** How many days something is news: on the page, and to be told to whoever was not told yet. */
export const newsDays = 7;

/** How far ahead the daily list looks. */
export const ahead = -stages[0];

/**
 * The stage that a thing has reached on `today`: the last one whose day has come; null before the first. After the last
 * stage of the table one more comes every fortnight. A server that was off for two days tells once, not three times.
 */
export function stageOn(lastDay: CalendarDate, today: CalendarDate): number | null {
  const days = daysBetween(lastDay, today);
  if (days > 14) return days - (days % 14);
  return stages.findLast((stage) => stage <= days) ?? null;
}

/** The last day until which things belong into today's list. */
export const horizon = (today: CalendarDate): CalendarDate => addDays(today, ahead);

export type ExtensionAct = "grant" | "refuse" | "withdraw";

/** Which act leads where; what has been decided stays. */
export const extensionMoves = {
  asked: { grant: "granted", refuse: "refused", withdraw: "withdrawn" },
  granted: {},
  refused: {},
  withdrawn: {},
} as const satisfies Record<ExtensionState, Partial<Record<ExtensionAct, ExtensionState>>>;

export function afterAct(state: ExtensionState, act: ExtensionAct): ExtensionState | null {
  const moves: Partial<Record<ExtensionAct, ExtensionState>> = extensionMoves[state];
  return moves[act] ?? null;
}

export type Owing = { unitName: string; title: string; dueText: string; lastDay: CalendarDate };

/**
 * A reminder as an office writes one: thanks nobody in advance, blames nobody, names only those who owe. Things of one unit
 * stand together; one thing that many owe is said once.
 */
export function politeReminder(owing: readonly Owing[], sender: string): string {
  const byTitle = Map.groupBy(owing, ({ title, dueText, lastDay }) => `${title}\n${dueText}\n${lastDay}`);
  const lines = [...byTitle.values()].map((group) => {
    const [first] = group;
    if (!first) return "";
    const units = [...new Set(group.map(({ unitName }) => unitName))].join("; ");
    const day = formatShortDate(first.lastDay);
    const due = first.dueText === "" ? `hạn hết ngày ${day}` : `hạn: ${first.dueText} (hết ngày ${day})`;
    return `- ${first.title}, ${due}. Đơn vị: ${units}.`;
  });
  return [
    "Kính gửi các đồng chí,",
    `${sender} trân trọng nhắc các nội dung sau đây chưa nhận được kết quả:`,
    ...lines,
    "Đề nghị các đơn vị quan tâm hoàn thành và gửi trên hệ thống; nếu vướng mắc, đề nghị phản hồi hoặc xin thêm thời gian để cùng tháo gỡ. Trường hợp đã gửi, xin bỏ qua tin này. Trân trọng cảm ơn.",
  ].join("\n");
}
