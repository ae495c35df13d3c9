import { Select } from "@mantine/core";
import { useText } from "../../shell/language.tsx";
import { levels, moneyRanges, nexts, resultKinds, sorts, type ExemplarListSearch } from "../search.ts";
import { say } from "./filter-messages.ts";

type Props = { search: ExemplarListSearch; onFilter(change: ExemplarListSearch): void };

/** What the register is narrowed by besides kind, field and place: how far, with which result, at what cost, how recognised. */
export function LearningFilters({ search, onFilter }: Props) {
  const t = useText();
  const one = <T extends string>(
    label: string,
    all: readonly T[],
    value: T | undefined,
    name: (value: T) => string,
    onChange: (value: T | undefined) => void,
  ) => (
    <Select
      aria-label={label}
      placeholder={label}
      clearable
      data={all.map((each) => ({ value: each, label: name(each) }))}
      value={value ?? null}
      onChange={(next) => onChange(all.find((each) => each === next))}
    />
  );
  return (
    <>
      {one(
        t(say("step")),
        ["1", "2", "3", "4"] as const,
        (["1", "2", "3", "4"] as const).find((each) => Number(each) === search.step),
        (each) => t(say(`step.${each}`)),
        (step) => onFilter({ step: step ? Number(step) : undefined }),
      )}
      {one(
        t(say("result")),
        resultKinds,
        search.result,
        (each) => t(say(`result.${each}`)),
        (result) => onFilter({ result }),
      )}
      {one(
        t(say("money")),
        moneyRanges,
        search.money,
        (each) => t(say(`money.${each}`)),
        (money) => onFilter({ money }),
      )}
      {one(
        t(say("next")),
        nexts,
        search.next,
        (each) => t(say(`next.${each}`)),
        (next) => onFilter({ next }),
      )}
      {one(
        t(say("level")),
        levels,
        search.level,
        (each) => t(say(`level.${each}`)),
        (level) => onFilter({ level }),
      )}
      {search.text && (
        <Select
          aria-label={t(say("sort"))}
          allowDeselect={false}
          data={sorts.map((each) => ({ value: each, label: t(say(`sort.${each}`)) }))}
          value={search.sort ?? "fit"}
          onChange={(value) => onFilter({ sort: sorts.find((each) => each === value) })}
        />
      )}
    </>
  );
}
