import type { IndicatorId } from "../../../kernel/ids.ts";
import { topicNames, type Dimension, type Topic } from "../contract/dictionary.ts";
import type { FormContent } from "../contract/forms.ts";

const roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];

type Chosen = { id: IndicatorId; name: string; unit: string; topic: Topic; dimension: Dimension | null };

/** A section per topic in the order in which topics first come, a row per indicator, and one per member where they are wanted. */
export function sectionsFrom(chosen: readonly Chosen[], withMembers: boolean): FormContent {
  const sections = [...Map.groupBy(chosen, ({ topic }) => topic)].map(([topic, indicators], at) => ({
    id: topic,
    number: roman[at] ?? String(at + 1),
    heading: topicNames[topic].vi,
    fills: null,
    scope: "line" as const,
    narrative: false,
    guidance: null,
    rows: indicators.flatMap(({ id, name, unit, dimension }) => [
      { indicatorId: id, member: "", label: name, unit, compulsory: false },
      ...(withMembers ? (dimension?.members ?? []) : []).map(({ key, label }) => ({
        indicatorId: id,
        member: key,
        label: `${name}: ${label}`,
        unit,
        compulsory: false,
      })),
    ]),
  }));
  return { sections };
}
