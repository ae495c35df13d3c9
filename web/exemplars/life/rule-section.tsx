import { Button, NumberInput, Select, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import type { LifeRule } from "../../../src/modules/exemplars/life/contract.ts";
import { nextSteps, type Grade } from "../../../src/modules/exemplars/life/domain.ts";
import { nextStepNames } from "../../../src/modules/exemplars/life/messages.ts";
import { api, orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { Icon } from "../../ui/icon.tsx";
import { showDone } from "../../ui/notices.ts";
import styles from "./life.module.css";
import { say } from "./messages.ts";

/** After how many days silence is asked about, and the grades: what a body decides for itself and those below. Folded; changed rarely. */
export function RuleSection({ unitId }: { unitId: number | undefined }) {
  const t = useText();
  const input = unitId === undefined ? {} : { unitId: unitId as never };
  const rule = useQuery(orpc.exemplars.life.rule.queryOptions({ input }));
  if (!rule.data?.mayEdit) return null;
  const { from, body } = rule.data;
  return (
    <details className={styles["more"]}>
      <summary>{t(say("rule"))}</summary>
      <p className={styles["quiet"]}>
        {body.name}. {from ? t(say("ruleFrom", { unit: from.name })) : t(say("ruleDefault"))}
      </p>
      <RuleForm key={`${body.id} ${rule.data.version}`} rule={rule.data} unitId={unitId} />
    </details>
  );
}

/** A new grade's code; the codes of those that stay are what past lists were filled with. */
const newCode = (grades: readonly Grade[]): string => {
  for (let at = grades.length + 1; ; at++) if (!grades.some(({ code }) => code === `grade-${at}`)) return `grade-${at}`;
};

function RuleForm({ rule, unitId }: { rule: LifeRule; unitId: number | undefined }) {
  const t = useText();
  const client = useQueryClient();
  const [quietDays, setQuietDays] = useState(rule.quietDays);
  const [grades, setGrades] = useState<Grade[]>(rule.grades);
  const put = (code: string, part: Partial<Grade>) =>
    setGrades((before) => before.map((each) => (each.code === code ? { ...each, ...part } : each)));
  const save = useMutation({
    mutationFn: () =>
      api.exemplars.life.setRule({
        ...(unitId === undefined ? {} : { unitId: unitId as never }),
        version: rule.version,
        quietDays,
        grades,
      }),
    onSuccess: async () => {
      showDone(t(say("ruleSaved")));
      await client.invalidateQueries({ queryKey: orpc.exemplars.life.key() });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form className={styles["form"]} onSubmit={submit}>
      <NumberInput
        label={t(say("quietDays"))}
        size="md"
        min={14}
        max={1000}
        allowDecimal={false}
        hideControls
        maw="14rem"
        value={quietDays}
        onChange={(value) => setQuietDays(Number(value))}
      />
      <fieldset className={styles["rows"]}>
        <legend>{t(say("ruleGrades"))}</legend>
        {grades.map(({ code, name, next }) => (
          <div key={code} className={styles["gradeRule"]}>
            <TextInput
              label={t(say("gradeName"))}
              maxLength={80}
              required
              value={name}
              onChange={(event) => put(code, { name: event.currentTarget.value })}
            />
            <Select
              label={t(say("gradeNext"))}
              allowDeselect={false}
              data={nextSteps.map((value) => ({ value, label: t(nextStepNames[value]) }))}
              value={next}
              onChange={(value) => put(code, { next: nextSteps.find((each) => each === value) ?? next })}
            />
            <Button
              variant="default"
              px="xs"
              disabled={grades.length <= 2}
              aria-label={t(say("removeGrade", { name }))}
              onClick={() => setGrades(grades.filter((each) => each.code !== code))}
            >
              <Icon name="trash" size={18} />
            </Button>
          </div>
        ))}
        {grades.length < 10 && (
          <Button variant="default" onClick={() => setGrades([...grades, { code: newCode(grades), name: "", next: "sustain" }])}>
            {t(say("addGrade"))}
          </Button>
        )}
      </fieldset>
      <ErrorNote error={save.error} />
      <div className={styles["bar"]}>
        <Button type="submit" variant="default" loading={save.isPending}>
          {t(say("save"))}
        </Button>
      </div>
    </form>
  );
}
