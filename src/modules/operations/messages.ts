import { phrasebook } from "../../kernel/language.ts";
import type { ActNames } from "../audit/index.ts";

export const say = phrasebook(
  { jobGone: "Việc nền này đang chạy hoặc đã xong, nên không cần chạy lại. Hãy tải lại danh sách." },
  { jobGone: "This job is running or has finished, so there is nothing to try again. Reload the list." },
);

export const actNames: ActNames = { "operations:retry-job": { vi: "cho chạy lại việc nền", en: "had a background job tried again" } };
