import { z } from "zod";
import { phrasebook, type Language, type Text } from "../../kernel/language.ts";

const say = phrasebook(
  {
    missing: "Hãy điền mục này.",
    wrong: "Mục này chưa điền, hoặc điền chưa đúng.",
    longerThan: ({ limit }: { limit: string }) => `Hãy viết ít nhất ${limit} ký tự.`,
    shorterThan: ({ limit }: { limit: string }) => `Dài quá ${limit} ký tự. Hãy rút gọn.`,
    atLeast: ({ limit }: { limit: string }) => `Số phải từ ${limit} trở lên.`,
    atMost: ({ limit }: { limit: string }) => `Số không được quá ${limit}.`,
    someOf: ({ limit }: { limit: string }) => `Hãy chọn ít nhất ${limit} mục.`,
    fewOf: ({ limit }: { limit: string }) => `Không được quá ${limit} mục.`,
    date: "Ngày chưa đúng. Hãy nhập đủ ngày, tháng, năm.",
  },
  {
    missing: "Fill this in.",
    wrong: "Not filled in, or not rightly.",
    longerThan: ({ limit }: { limit: string }) => `Write at least ${limit} characters.`,
    shorterThan: ({ limit }: { limit: string }) => `Longer than ${limit} characters. Make it shorter.`,
    atLeast: ({ limit }: { limit: string }) => `The number must be ${limit} or more.`,
    atMost: ({ limit }: { limit: string }) => `The number must not be above ${limit}.`,
    someOf: ({ limit }: { limit: string }) => `Choose at least ${limit}.`,
    fewOf: ({ limit }: { limit: string }) => `No more than ${limit}.`,
    date: "This is no date. Give day, month and year.",
  },
);

const localeErrors = { vi: z.locales.vi().localeError, en: z.locales.en().localeError };

/** What a person can do wrong at a field, in words for a person; the rest is for programs, in zod's own wording. */
export function fieldMessage(issue: z.core.$ZodIssue, language: Language): string {
  if (issue.code === "custom") return issue.message;
  const text = wordsFor(issue);
  if (text) return text[language];
  const said = localeErrors[language](issue as z.core.$ZodRawIssue);
  return typeof said === "string" ? said : (said?.message ?? issue.message);
}

function wordsFor(issue: z.core.$ZodIssue): Text | null {
  switch (issue.code) {
    case "invalid_type":
      // zod does not say what came instead, so that no value gets into an answer.
      return say("wrong");
    case "too_small": {
      const limit = String(issue.minimum);
      if (issue.origin === "string") return limit === "1" ? say("missing") : say("longerThan", { limit });
      if (issue.origin === "array" || issue.origin === "set") return say("someOf", { limit });
      return issue.origin === "number" || issue.origin === "int" ? say("atLeast", { limit }) : null;
    }
    case "too_big": {
      const limit = String(issue.maximum);
      if (issue.origin === "string") return say("shorterThan", { limit });
      if (issue.origin === "array" || issue.origin === "set") return say("fewOf", { limit });
      return issue.origin === "number" || issue.origin === "int" ? say("atMost", { limit }) : null;
    }
    case "invalid_format":
      return issue.format === "date" ? say("date") : null;
    default:
      return null;
  }
}
