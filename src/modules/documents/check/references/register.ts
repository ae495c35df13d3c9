/** What the register knows of the documents that the text cites. */
import { formatShortDate, isCalendarDate } from "../../../../kernel/time/index.ts";
import { numberKey } from "../../domain/number.ts";
import { basis } from "../basis.ts";
import type { Hit, Rule } from "../rule.ts";
import { sameIssuer } from "./issuers.ts";
import { say } from "./messages.ts";

const day = (date: string): string => (isCalendarDate(date) ? formatShortDate(date) : date);

const elsewhere: Rule = {
  id: "reference/elsewhere",
  severity: "look",
  find({ mentions, context }) {
    const seen = new Set<string>();
    return mentions.flatMap((mention): Hit[] => {
      if (mention.date === null || seen.has(mention.key)) return [];
      const known = (context.elsewhere ?? []).filter(({ number }) => numberKey(number) === mention.key);
      const sameDay = known.filter(({ date }) => date === mention.date);
      const other =
        mention.issuer === null ? undefined : sameDay.find(({ issuer }) => issuer !== null && !sameIssuer(issuer, mention.issuer ?? ""));
      const base = { places: [mention], basis: basis.register, mend: say("checkOriginal"), about: mention.number };
      if (other) {
        seen.add(mention.key);
        return [
          {
            ...base,
            reason: say("issuerElsewhere", {
              number: mention.number,
              here: mention.issuer ?? "",
              there: other.issuer ?? "",
              where: other.in,
            }),
          },
        ];
      }
      // Another year is another document of the same number; a day or month apart is a slip.
      const near =
        sameDay.length > 0
          ? undefined
          : known.find(({ date }) => date !== null && date.slice(0, 4) === mention.date?.slice(0, 4) && date.length === 10);
      if (!near?.date) return [];
      seen.add(mention.key);
      return [
        {
          ...base,
          reason: say("dateElsewhere", { number: mention.number, here: day(mention.date), there: day(near.date), where: near.in }),
        },
      ];
    });
  },
};

const superseded: Rule = {
  id: "reference/superseded",
  severity: "look",
  find({ mentions, context }) {
    return (context.superseded ?? []).flatMap(({ number, date, by }): Hit[] => {
      const places = mentions.filter(
        (mention) => mention.key === numberKey(number) && (date === null || mention.date === null || mention.date === date),
      );
      return places.length > 0
        ? [{ places, reason: say("superseded", { number, by }), basis: basis.register, mend: say("checkOriginal"), about: number }]
        : [];
    });
  },
};

export const registerRules: Rule[] = [elsewhere, superseded];
