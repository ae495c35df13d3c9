import type { WorkAct, WorkDetail } from "../../src/modules/work/contract.ts";
import { api } from "../shell/api.ts";

/** What a person writes for an act; `day` is 'YYYY-MM-DD'. */
export type Written = { text: string; percent: number | null; day: string | null };
export const nothingWritten: Written = { text: "", percent: null, day: null };

/** The act's call; the item's version says what the person saw. */
export function send(work: WorkDetail, act: WorkAct, { text, percent, day, files }: Written & { files: File[] }): Promise<WorkDetail> {
  const at = { id: work.id, version: work.version };
  const withFiles = files.length > 0 ? { files } : {};
  switch (act) {
    case "accept":
      return api.work.accept(at);
    case "see":
      return api.work.see(at);
    case "agree":
      return api.work.agree(at);
    case "answer":
      return api.work.answer({ ...at, text, lastDay: day });
    case "decline":
      return api.work.decline({ ...at, reason: text });
    case "insist":
      return api.work.insist({ ...at, text });
    case "progress":
      return api.work.progress({ ...at, text, ...(percent === null ? {} : { percent }), ...withFiles });
    case "complete":
      return api.work.complete({ ...at, text, ...withFiles });
    case "confirm":
      return api.work.confirm({ ...at, text });
    case "return":
      return api.work.return({ ...at, reason: text });
    case "rollOver":
      return api.work.rollOver({ ...at, reason: text, lastDay: day ?? "" });
    case "withdraw":
      return api.work.withdraw({ ...at, reason: text });
    case "comment":
      return api.work.comment({ id: work.id, text });
  }
}
