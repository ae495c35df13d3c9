import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { DocumentShort } from "../../../src/modules/documents/contract.ts";
import { orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { say } from "./messages.ts";

type Picked = { id: string; label: string };
type Props = { value: Picked | null; onChange(document: Picked | null): void; error?: string | undefined };

const labelOf = ({ docType, number, subject, fileName }: Pick<DocumentShort, "docType" | "number" | "subject" | "fileName">) =>
  [docType, number, subject ?? fileName].filter(Boolean).join(" ");

/** A document of the register, found by its number, subject or file name. */
export function DocumentPicker({ value, onChange, error }: Props) {
  const t = useText();
  const shown = value ? value.label || t(say("guidanceKept")) : "";
  const [text, setText] = useState(shown);
  // The chosen one's own words stand in the box; they are nothing to search by.
  const [asked] = useDebouncedValue(text === shown ? "" : text.trim(), 250);
  const found = useQuery({
    ...orpc.documents.list.queryOptions({ input: { text: asked, page: 1 } }),
    placeholderData: keepPreviousData,
  });
  const offered = (found.data?.documents ?? []).map((document) => ({ value: document.id, label: labelOf(document) }));
  const data = value && !offered.some((each) => each.value === value.id) ? [{ value: value.id, label: shown }, ...offered] : offered;
  return (
    <Select
      label={t(say("guidance"))}
      description={t(say("guidanceHint"))}
      size="md"
      searchable
      clearable
      clearButtonProps={{ "aria-label": t(say("guidanceMissing")) }}
      filter={({ options }) => options}
      data={data}
      searchValue={text}
      onSearchChange={setText}
      value={value?.id ?? null}
      error={error}
      nothingFoundMessage={
        <>
          {t(say("guidanceNone"))} <Link to="/documents">{t(say("guidanceUpload"))}</Link>
        </>
      }
      onChange={(id, option) => onChange(id === null ? null : { id, label: option?.label ?? "" })}
    />
  );
}
