import { Button } from "@mantine/core";
import { useText } from "../../shell/language.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Icon } from "../../ui/icon.tsx";
import { say } from "./messages.ts";
import { SectionEditor } from "./section-editor.tsx";
import type { Content, FormSectionJson, Given } from "./types.ts";

const roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];

/** The headings of a form in order. An id once given stays: answers name it. */
export function ContentEditor({ content, given, onChange }: { content: Content; given: Given; onChange(content: Content): void }) {
  const t = useText();
  const { sections } = content;
  const set = (next: FormSectionJson[]) => onChange({ sections: next });
  const add = () => {
    const used = new Set(sections.map(({ id }) => id));
    let at = sections.length + 1;
    while (used.has(`s${at}`)) at++;
    set([
      ...sections,
      {
        id: `s${at}`,
        number: roman[sections.length] ?? String(sections.length + 1),
        heading: "",
        fills: null,
        scope: "line",
        narrative: false,
        guidance: null,
        rows: [],
      },
    ]);
  };
  return (
    <>
      {sections.length === 0 && <EmptyState title={t(say("noSections"))}>{t(say("noSectionsText"))}</EmptyState>}
      {sections.map((section, index) => (
        <SectionEditor
          key={section.id}
          section={section}
          given={given}
          first={index === 0}
          last={index === sections.length - 1}
          onChange={(changed) => set(sections.with(index, changed))}
          onMove={(by) => set(sections.toSpliced(index, 1).toSpliced(index + by, 0, section))}
          onRemove={() => set(sections.toSpliced(index, 1))}
        />
      ))}
      <Button variant="default" mt="sm" leftSection={<Icon name="plus" size={16} />} onClick={add}>
        {t(say("addSection"))}
      </Button>
    </>
  );
}
