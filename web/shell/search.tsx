import { Combobox, Loader, TextInput, useCombobox } from "@mantine/core";
import { useDebouncedValue, useHotkeys } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { Icon, type IconName } from "../ui/icon.tsx";
import { orpc } from "./api.ts";
import { useText } from "./language.tsx";
import { say } from "./messages.ts";
import styles from "./shell.module.css";

/** What the search endpoint answers: `to` is the page's address under /app. */
export type Found = { kind: string; id: string; title: string; note?: string | null; to: string };

type FindEndpoint = { call(input: { text: string }): Promise<{ items: Found[] }> };

const icons: Record<string, IconName> = {
  document: "document",
  plan: "plan",
  work: "desk",
  unit: "units",
  person: "people",
  exemplar: "exemplar",
  award: "award",
};

/** One box for everything, accents or none. "/" or Ctrl+K brings the cursor here from anywhere. */
export function GlobalSearch({ onDone }: { onDone(): void }) {
  const t = useText();
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  const [asked] = useDebouncedValue(text.trim(), 200);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  useHotkeys([
    ["/", () => input.current?.focus()],
    ["mod+K", () => input.current?.focus()],
  ]);

  const found = useQuery({
    queryKey: ["search", asked],
    queryFn: () => (orpc as unknown as { search: { find: FindEndpoint } }).search.find.call({ text: asked }),
    enabled: asked.length >= 2,
    placeholderData: keepPreviousData,
  });
  const items = asked.length >= 2 ? (found.data?.items ?? []) : [];

  return (
    <Combobox
      store={combobox}
      withinPortal
      onOptionSubmit={(to) => {
        setText("");
        combobox.closeDropdown();
        onDone();
        void navigate({ to: to as never });
      }}
    >
      <Combobox.Target>
        <TextInput
          ref={input}
          type="search"
          aria-label={t(say("search"))}
          placeholder={t(say("searchHint"))}
          leftSection={<Icon name="search" size={18} />}
          rightSection={found.isFetching ? <Loader size={16} /> : null}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            combobox.openDropdown();
            combobox.resetSelectedOption();
          }}
          onFocus={() => text && combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={asked.length < 2}>
        <Combobox.Options aria-label={t(say("search"))}>
          {items.map((item) => (
            <Combobox.Option key={`${item.kind}:${item.id}`} value={item.to}>
              <span className={styles["found"]}>
                <Icon name={icons[item.kind] ?? "document"} size={18} />
                <span>
                  {item.title}
                  {item.note && <span className={styles["foundNote"]}>{item.note}</span>}
                </span>
              </span>
            </Combobox.Option>
          ))}
          {items.length === 0 && (
            <Combobox.Empty>{found.isFetching ? t(say("searching")) : t(say("searchNothing", { text: asked }))}</Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
