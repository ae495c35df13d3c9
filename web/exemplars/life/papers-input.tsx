import { MultiSelect } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { DocumentShort } from "../../../src/modules/documents/contract.ts";
import { orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { say } from "./messages.ts";

export type PickedPaper = { id: string; label: string };

const labelOf = ({ docType, number, subject, fileName }: Pick<DocumentShort, "docType" | "number" | "subject" | "fileName">) =>
  [docType, number, subject ?? fileName].filter(Boolean).join(" ");

type Props = { papers: readonly PickedPaper[]; onChange(papers: PickedPaper[]): void; error?: string | undefined };

/** Documents of the register that belong to the evidence, found by number, subject or file name. */
export function PapersInput({ papers, onChange, error }: Props) {
  const t = useText();
  const [text, setText] = useState("");
  const [asked] = useDebouncedValue(text.trim(), 250);
  const found = useQuery({
    ...orpc.documents.list.queryOptions({ input: { text: asked, page: 1 } }),
    enabled: asked !== "",
    placeholderData: keepPreviousData,
  });
  const offered = (asked === "" ? [] : (found.data?.documents ?? [])).map((document) => ({ value: document.id, label: labelOf(document) }));
  const chosen = papers.map(({ id, label }) => ({ value: id, label }));
  const data = [...chosen, ...offered.filter(({ value }) => !papers.some(({ id }) => id === value))];
  return (
    <MultiSelect
      label={t(say("documents"))}
      description={t(say("documentsHint"))}
      size="md"
      searchable
      maxValues={10}
      filter={({ options }) => options}
      data={data}
      searchValue={text}
      onSearchChange={setText}
      value={papers.map(({ id }) => id)}
      error={error}
      nothingFoundMessage={asked === "" ? undefined : t(say("documentNone"))}
      onChange={(ids) =>
        onChange(ids.flatMap((id) => data.find(({ value }) => value === id) ?? []).map(({ value, label }) => ({ id: value, label })))
      }
    />
  );
}
