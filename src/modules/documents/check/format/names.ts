/** The same body under several names within one text. */
import { oneTone } from "../../../../kernel/text.ts";
import { basis } from "../basis.ts";
import { nameFamilies } from "../lexicon/names.ts";
import type { Hit, Rule } from "../rule.ts";
import { say } from "./messages.ts";

/** Two ways (in full at first, then short) are the custom; recipients are always abbreviated and do not count. */
const tooMany = 3;

const bodyNames: Rule = {
  id: "format/body-names",
  severity: "hint",
  find({ sheet: { flow }, parts: { body } }) {
    const text = oneTone(flow.slice(body.start, body.end)).toLowerCase();
    return nameFamilies.flatMap(({ body: meant, ways }): Hit[] => {
      const used = ways.flatMap(({ shown, find }) => {
        const found = [...text.matchAll(new RegExp(`(?<!\\p{L})${find.replace(/ /gu, "\\s+")}(?!\\p{L})`, "gu"))];
        return found.length > 0
          ? [{ shown, places: found.map(({ 0: words, index }) => ({ start: body.start + index, end: body.start + index + words.length })) }]
          : [];
      });
      if (used.length < tooMany) return [];
      const byUse = used.toSorted((a, b) => b.places.length - a.places.length);
      const list = byUse.map(({ shown, places }) => `“${shown}” (${places.length})`).join(", ");
      return [
        {
          places: byUse
            .slice(1)
            .flatMap(({ places }) => places)
            .sort((a, b) => a.start - b.start),
          reason: say("bodyNames", { body: meant.vi, bodyEn: meant.en, list }),
          basis: basis.spelling,
          mend: say("bodyNamesMend"),
          about: meant.vi,
        },
      ];
    });
  },
};

export const nameRules: Rule[] = [bodyNames];
