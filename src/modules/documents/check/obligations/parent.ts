/** What the document that this one carries out asks, and this one says otherwise or not at all. */
import { fold } from "../../../../kernel/text.ts";
import type { Comparator } from "../../compile/plan.ts";
import { basis } from "../basis.ts";
import type { Hit, Rule } from "../rule.ts";
import { say } from "./messages.ts";

const SMALL = new Set("va cac cua cho voi theo trong ve tai den duoc la co thuc hien to chuc trien khai ke hoach cong tac".split(" "));

const words = (text: string): Set<string> =>
  new Set(
    fold(text)
      .split(/[^a-z0-9]+/u)
      .filter((word) => word.length > 1 && !SMALL.has(word)),
  );

function overlap(asked: ReadonlySet<string>, said: ReadonlySet<string>): number {
  return asked.size === 0 ? 1 : [...asked].filter((word) => said.has(word)).length / asked.size;
}

const signs: Partial<Record<Comparator, string>> = { ">=": "ít nhất ", ">": "trên ", "<=": "không quá ", "<": "dưới " };
const shown = (comparator: Comparator, value: number, unit: string): string => `${signs[comparator] ?? ""}${value} ${unit}`.trim();

/** Same unit and the same thing counted. */
const quotas: Rule = {
  id: "obligation/quota",
  severity: "look",
  find({ plan: { targets }, context, sheet }) {
    return (context.parents ?? []).flatMap(({ label, quotas: asked }) =>
      asked.flatMap((quota): Hit[] => {
        const metric = words(quota.metric);
        const own = targets.find(
          ({ metric: name, unit, value }) => value !== null && fold(unit) === fold(quota.unit) && overlap(metric, words(name)) >= 0.75,
        );
        if (!own || own.value === null) return [];
        const lowered = /^[>=]/u.test(quota.comparator) ? own.value < quota.value : own.value > quota.value;
        if (!lowered) return [];
        const wanted = shown(quota.comparator, quota.value, quota.unit);
        return [
          {
            places: [sheet.range(own.span)],
            reason: say("quota", { metric: own.metric, own: shown(own.comparator, own.value, own.unit), asked: wanted, parent: label }),
            basis: basis.parent,
            mend: say("quotaMend", { asked: wanted }),
            about: quota.metric,
          },
        ];
      }),
    );
  },
};

/** A duty is taken up where the text has most of its words within a few lines; the comparison is by task and report. */
const notTaken: Rule = {
  id: "obligation/not-taken-up",
  severity: "look",
  find({ plan, context, sheet }) {
    if (!context.parents?.length) return [];
    const own = [...plan.tasks, ...plan.reporting, ...plan.targets, ...plan.events].map(({ span }) => {
      const { start, end } = sheet.range(span);
      return words(sheet.flow.slice(start, end));
    });
    return context.parents.flatMap(({ label, duties }): Hit[] => {
      const open = duties.filter(({ text }) => {
        const asked = words(text);
        return asked.size >= 4 && !own.some((said) => overlap(asked, said) >= 0.5);
      });
      const [first] = open;
      if (!first) return [];
      const quote = first.text.length > 120 ? `${first.text.slice(0, 117).replace(/\s\S*$/u, "")} …` : first.text;
      return [
        {
          places: [],
          reason: say("notTaken", { count: open.length, parent: label, first: quote }),
          basis: basis.parent,
          mend: say("notTakenMend"),
          about: label,
        },
      ];
    });
  },
};

export const parentRules: Rule[] = [quotas, notTaken];
