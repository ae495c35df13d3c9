/** Citations of one document that do not agree among each other. */
import { fold, squeeze } from "../../../../kernel/text.ts";
import { daysBetween, formatShortDate } from "../../../../kernel/time/index.ts";
import { basis } from "../basis.ts";
import { abbreviatedTypes } from "../lexicon/abbreviations.ts";
import type { Mention } from "../mentions.ts";
import type { Hit, Rule, View } from "../rule.ts";
import { sameIssuer } from "./issuers.ts";
import { say } from "./messages.ts";

/** Mentions by number; two documents of one number are told apart by their dates. */
function byNumber({ mentions }: View): Mention[][] {
  const groups = new Map<string, Mention[]>();
  for (const mention of mentions) groups.set(mention.key, [...(groups.get(mention.key) ?? []), mention]);
  return [...groups.values()];
}

/** Party numbers begin again with each term, State numbers with each year: years apart they are two documents. */
const farApart = 300;

const twoDates: Rule = {
  id: "reference/two-dates",
  severity: "look",
  find(view) {
    return byNumber(view).flatMap((group): Hit[] => {
      const dated = group.filter(({ date }) => date !== null);
      const [first] = dated;
      const other = dated.find(({ date }) => date !== first?.date);
      if (!first?.date || !other?.date) return [];
      const far = Math.abs(daysBetween(first.date, other.date)) > farApart && !/^\d+\/\d{4}\//.test(first.number);
      const values = { number: first.number, one: formatShortDate(first.date), other: formatShortDate(other.date) };
      return [
        {
          places: [other, first],
          reason: far ? say("twoDatesFar", values) : say("twoDates", values),
          basis: basis.within,
          mend: say("checkOriginal"),
          severity: far ? "hint" : "look",
          about: first.number,
        },
      ];
    });
  },
};

const twoIssuers: Rule = {
  id: "reference/two-issuers",
  severity: "look",
  find(view) {
    return byNumber(view).flatMap((group): Hit[] => {
      const named = group.filter(({ issuer }) => issuer !== null);
      for (const one of named) {
        const other = named.find(
          ({ issuer, date }) => (one.date === null || date === null || date === one.date) && !sameIssuer(one.issuer ?? "", issuer ?? ""),
        );
        if (!other) continue;
        return [
          {
            places: [other, one],
            reason: say("twoIssuers", { number: one.number, one: one.issuer ?? "", other: other.issuer ?? "" }),
            basis: basis.within,
            mend: say("checkOriginal"),
            about: one.number,
          },
        ];
      }
      return [];
    });
  },
};

const later: Rule = {
  id: "reference/later-than-document",
  severity: "wrong",
  find({ mentions, parts: { dated, dayKnown, tail } }) {
    if (dated === null) return [];
    return mentions
      .filter(({ date, start }) => date !== null && date > dated && !(tail && start > tail.start))
      .map((mention) => ({
        places: [mention],
        reason: say("later", {
          number: mention.number,
          date: formatShortDate(mention.date ?? ""),
          own: dayKnown ? formatShortDate(dated) : dated.slice(0, 7).split("-").toReversed().join("/"),
        }),
        basis: basis.within,
        mend: say("checkOriginal"),
        about: mention.number,
      }));
  },
};

const words = (title: string): Set<string> =>
  new Set(
    fold(title)
      .split(/[^a-z0-9]+/u)
      .filter((word) => word.length > 1),
  );

/** Share of the shorter title's words that the longer has. */
function shared(one: string, other: string): number {
  const [a, b] = [words(one), words(other)];
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  return small.size === 0 ? 1 : [...small].filter((word) => large.has(word)).length / small.size;
}

const titles: Rule = {
  id: "reference/two-titles",
  severity: "look",
  find(view) {
    return byNumber(view).flatMap((group): Hit[] => {
      const titled = group.filter(({ title }) => title !== null && title.split(" ").length >= 4);
      const [first] = titled;
      const other = titled.find(
        ({ title, date }) => (first?.date ?? date) === (date ?? first?.date) && shared(first?.title ?? "", title ?? "") < 0.3,
      );
      if (!first || !other) return [];
      const cut = (title: string | null): string => squeeze(title ?? "").slice(0, 90);
      return [
        {
          places: [other, first],
          reason: say("titles", { number: first.number, one: cut(first.title), other: cut(other.title) }),
          basis: basis.within,
          mend: say("checkOriginal"),
          about: first.number,
        },
      ];
    });
  },
};

const typeSymbol: Rule = {
  id: "reference/type-symbol",
  severity: "look",
  find(view) {
    return byNumber(view).flatMap((group): Hit[] => {
      const odd = group.find(({ type, number }) => {
        const means = meansOf(number);
        return type !== null && known.has(fold(type)) && means !== null && !means.some((name) => fold(type).startsWith(fold(name)));
      });
      const means = odd && meansOf(odd.number);
      if (!odd || !means) return [];
      const list = means.join(" / ");
      return [
        {
          places: [odd],
          reason: say("typeSymbol", { type: odd.type ?? "", number: odd.number, means: list }),
          basis: basis.abbreviations,
          mend: say("typeMend", { means: list }),
          about: odd.number,
        },
      ];
    });
  },
};

/** Types that have letters of their own; a coordinated plan or an action programme is numbered in several ways. */
const known = new Set([...abbreviatedTypes.values()].flat().map(fold).concat("thong bao ket luan", "cong van"));

function meansOf(number: string): readonly string[] | null {
  const letters = number.replace(/^\d+[/-](?:\d{4}\/)?/u, "").split(/[-/.&]/u)[0] ?? "";
  return abbreviatedTypes.get(letters.toLowerCase()) ?? null;
}

const year: Rule = {
  id: "reference/year",
  severity: "wrong",
  find({ mentions }) {
    return mentions.flatMap((mention): Hit[] => {
      const printed = /^\d+\/((?:19|20)\d{2})\//.exec(mention.number)?.[1];
      if (!printed || mention.date === null || mention.date.startsWith(printed)) return [];
      return [
        {
          places: [mention],
          reason: say("year", { number: mention.number, year: mention.date.slice(0, 4) }),
          basis: basis.within,
          mend: say("checkOriginal"),
          about: mention.number,
        },
      ];
    });
  },
};

/** Citations in a list of recipients or a form's footer are left alone; so are numbers with their year in them. */
const noDate: Rule = {
  id: "reference/no-date",
  severity: "hint",
  find(view) {
    const { parts } = view;
    const bare = byNumber(view)
      .filter((group) => group.every(({ datePrinted, type }) => datePrinted === null && type !== null))
      .map(([first]) => first)
      .filter(
        (first): first is Mention =>
          first !== undefined &&
          !(parts.tail && first.start > parts.tail.start) &&
          !/QH\d*$/u.test(first.number) &&
          !dateFollows(view, first),
      );
    if (bare.length === 0) return [];
    const list =
      bare
        .slice(0, 5)
        .map(({ type, number }) => `${type} ${number}`)
        .join(", ") + (bare.length > 5 ? ", …" : "");
    return [
      {
        places: bare,
        reason: say("noDate", { count: bare.length, list }),
        basis: basis.content(parts.form),
        mend: say("noDateMend"),
        about: "no-date",
      },
    ];
  },
};

/** "số 217-QĐ/TW và số 218-QĐ/TW ngày 12/12/2013", "ngày 05/4 và 06/5/2024": a date that several share. */
function dateFollows({ sheet }: View, { end }: Mention): boolean {
  const rest = sheet.flow.slice(end, end + 160);
  const stop = rest.search(/[.;\n](?=\s|$)/u);
  return /\bngày\s+\d{1,2}/iu.test(stop < 0 ? rest : rest.slice(0, stop));
}

export const numberRules: Rule[] = [twoDates, twoIssuers, later, titles, typeSymbol, year, noDate];
