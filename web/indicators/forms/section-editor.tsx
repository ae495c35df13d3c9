import { ActionIcon, Button, Checkbox, Select, Switch, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { kindNames } from "../../../src/modules/units/messages.ts";
import { useText } from "../../shell/language.tsx";
import { Icon } from "../../ui/icon.tsx";
import { periodKindText } from "../words.ts";
import { IndicatorPicker } from "./indicator-picker.tsx";
import { say } from "./messages.ts";
import type { FormRowJson, FormSectionJson, Given } from "./types.ts";
import styles from "./forms.module.css";

const organisations = ["front", "trade-union", "farmers-union", "womens-union", "youth-union", "veterans"] as const;

type Props = {
  section: FormSectionJson;
  given: Given;
  first: boolean;
  last: boolean;
  onChange(section: FormSectionJson): void;
  onMove(by: 1 | -1): void;
  onRemove(): void;
};

/** One heading of the form being made: its words, who fills it, its rows. */
export function SectionEditor({ section, given, first, last, onChange, onMove, onRemove }: Props) {
  const t = useText();
  const [opened, setOpened] = useState(section.rows.length === 0);
  const change = (part: Partial<FormSectionJson>) => onChange({ ...section, ...part });
  const rows = section.rows ?? [];
  const setRow = (index: number, part: Partial<FormRowJson>) =>
    change({ rows: rows.map((row, at) => (at === index ? { ...row, ...part } : row)) });
  const moveRow = (index: number, by: 1 | -1) => {
    const next = rows.toSpliced(index, 1);
    const row = rows[index];
    if (row) change({ rows: next.toSpliced(index + by, 0, row) });
  };
  const name = [section.number, section.heading].filter(Boolean).join(". ") || t(say("unnamed"));
  return (
    <section className={styles["section"]} aria-label={name}>
      <div className={styles["sectionHead"]}>
        <TextInput
          aria-label={t(say("number"))}
          placeholder="II.1"
          className={styles["number"] ?? ""}
          value={section.number ?? ""}
          onChange={(event) => change({ number: event.currentTarget.value })}
        />
        <TextInput
          aria-label={t(say("heading"))}
          placeholder={t(say("heading"))}
          className={styles["grow"] ?? ""}
          required
          value={section.heading}
          onChange={(event) => change({ heading: event.currentTarget.value })}
        />
        <span className={styles["acts"]}>
          <ActionIcon variant="default" size="lg" disabled={first} aria-label={t(say("moveUp", { name }))} onClick={() => onMove(-1)}>
            <span className={styles["up"]}>
              <Icon name="chevronDown" size={16} />
            </span>
          </ActionIcon>
          <ActionIcon variant="default" size="lg" disabled={last} aria-label={t(say("moveDown", { name }))} onClick={() => onMove(1)}>
            <Icon name="chevronDown" size={16} />
          </ActionIcon>
          <ActionIcon variant="default" size="lg" aria-label={t(say("remove", { name }))} onClick={onRemove}>
            <Icon name="trash" size={16} />
          </ActionIcon>
        </span>
      </div>
      <div className={styles["options"]}>
        <Select
          label={t(say("fills"))}
          data={[{ value: "", label: t(say("fillsSender")) }, ...organisations.map((kind) => ({ value: kind, label: t(kindNames[kind]) }))]}
          allowDeselect={false}
          value={section.fills ?? ""}
          onChange={(fills) => change({ fills: organisations.find((kind) => kind === fills) ?? null })}
        />
        <Select
          label={t(say("scope"))}
          data={[
            { value: "line", label: t(say("scopeLine")) },
            { value: "area", label: t(say("scopeArea")) },
          ]}
          allowDeselect={false}
          value={section.scope ?? "line"}
          onChange={(scope) => change({ scope: scope === "area" ? "area" : "line" })}
        />
        <Switch
          label={t(say("withNarrative"))}
          checked={section.narrative ?? false}
          onChange={(event) => change({ narrative: event.currentTarget.checked })}
        />
      </div>
      {section.narrative && (
        <Textarea
          label={t(say("guidance"))}
          autosize
          value={section.guidance ?? ""}
          onChange={(event) => change({ guidance: event.currentTarget.value || null })}
        />
      )}
      {rows.length > 0 && (
        <ol className={styles["rows"]}>
          {rows.map((row, index) => {
            const already = given.find(
              ({ sectionId, indicatorId, member }) =>
                sectionId === section.id && indicatorId === row.indicatorId && member === (row.member ?? ""),
            );
            return (
              <li key={`${row.indicatorId}:${row.member}`}>
                <TextInput
                  aria-label={t(say("rowLabel"))}
                  className={styles["grow"] ?? ""}
                  value={row.label}
                  onChange={(event) => setRow(index, { label: event.currentTarget.value })}
                />
                <TextInput
                  aria-label={t(say("rowUnit"))}
                  className={styles["unit"] ?? ""}
                  value={row.unit}
                  onChange={(event) => setRow(index, { unit: event.currentTarget.value })}
                />
                <Checkbox
                  label={t(say("compulsory"))}
                  checked={row.compulsory ?? false}
                  onChange={(event) => setRow(index, { compulsory: event.currentTarget.checked })}
                />
                <span className={styles["acts"]}>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    disabled={index === 0}
                    aria-label={t(say("moveUp", { name: row.label }))}
                    onClick={() => moveRow(index, -1)}
                  >
                    <span className={styles["up"]}>
                      <Icon name="chevronDown" size={16} />
                    </span>
                  </ActionIcon>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    disabled={index === rows.length - 1}
                    aria-label={t(say("moveDown", { name: row.label }))}
                    onClick={() => moveRow(index, 1)}
                  >
                    <Icon name="chevronDown" size={16} />
                  </ActionIcon>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={t(say("remove", { name: row.label }))}
                    onClick={() => change({ rows: rows.toSpliced(index, 1) })}
                  >
                    <Icon name="close" size={16} />
                  </ActionIcon>
                </span>
                {already && (
                  <span className={styles["given"]}>
                    {t(
                      already.samePeriod
                        ? say("alreadyGiven", { form: already.formTitle, units: already.units })
                        : say("alreadyGivenOther", {
                            form: already.formTitle,
                            period: t(periodKindText[already.periodKind]),
                            units: already.units,
                          }),
                    )}
                  </span>
                )}
              </li>
            );
          })}
        </ol>
      )}
      {opened ? (
        <IndicatorPicker
          taken={new Set(rows.map(({ indicatorId, member }) => `${indicatorId}:${member ?? ""}`))}
          onAdd={(added) => change({ rows: [...rows, ...added] })}
        />
      ) : (
        <Button size="xs" variant="default" leftSection={<Icon name="plus" size={16} />} onClick={() => setOpened(true)}>
          {t(say("addRows"))}
        </Button>
      )}
    </section>
  );
}
