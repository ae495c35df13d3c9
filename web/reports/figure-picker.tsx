import { Button, Modal, Select, Stack, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { TokenPart } from "../../src/modules/reports/contract.ts";
import { orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { Busy } from "../ui/busy.tsx";
import { ErrorNote } from "../ui/error-note.tsx";
import { Icon } from "../ui/icon.tsx";
import { say } from "./messages.ts";
import styles from "./reports.module.css";
import { showValue } from "./words.ts";

const parts: TokenPart[] = ["value", "number", "compare", "target", "change", "last"];

type Props = {
  reportId: string;
  /** Without it the form of the figure is not asked: a row or a column of a table holds the figure itself. */
  withPart?: boolean;
  onPick(ref: string, part: TokenPart, title: string): void;
};

/** A button that lets one find a figure by a part of its name and put it where one writes. */
export function FigurePicker({ reportId, withPart = false, onPick }: Props) {
  const t = useText();
  const [opened, setOpened] = useState(false);
  const [text, setText] = useState("");
  const [asked] = useDebouncedValue(text.trim(), 200);
  const [part, setPart] = useState<TokenPart>("value");
  const found = useQuery({
    ...orpc.reports.figures.queryOptions({ input: { id: reportId, text: asked } }),
    enabled: opened,
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <Button variant="default" size="xs" leftSection={<Icon name="plus" size={16} />} onClick={() => setOpened(true)}>
        {t(say("insertFigure"))}
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={t(say("insertFigure"))}
        size="lg"
        closeButtonProps={{ "aria-label": t(say("close")) }}
      >
        <Stack>
          <TextInput
            data-autofocus
            type="search"
            label={t(say("findFigure"))}
            description={t(say("findFigureHint"))}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          {withPart && (
            <Select
              label={t(say("insertAs"))}
              data={parts.map((value) => ({ value, label: t(say(`part.${value}`)) }))}
              value={part}
              allowDeselect={false}
              onChange={(value) => setPart(value as TokenPart)}
            />
          )}
          {found.isPending && <Busy />}
          <ErrorNote error={found.error} />
          {found.data?.length === 0 && <p className={styles["quiet"]}>{t(say("noFigure", { text: asked }))}</p>}
          <ul className={styles["pickList"]}>
            {found.data?.map(({ ref, title, unit, value }) => (
              <li key={ref}>
                <button
                  type="button"
                  onClick={() => {
                    onPick(ref, part, title);
                    setOpened(false);
                    setText("");
                  }}
                >
                  <span>{title}</span>
                  <span className={styles["quiet"]}>{value === null ? t(say("noValue")) : `${showValue(value)} ${unit}`}</span>
                </button>
              </li>
            ))}
          </ul>
        </Stack>
      </Modal>
    </>
  );
}
