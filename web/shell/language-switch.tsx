import { SegmentedControl } from "@mantine/core";
import type { Language } from "../../src/kernel/language.ts";
import { useText } from "./language.tsx";
import { say } from "./messages.ts";

export function LanguageSwitch({ value, onChange }: { value: Language; onChange(language: Language): void }) {
  const t = useText();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t(say("language"))}
      value={value}
      onChange={(chosen) => onChange(chosen)}
      data={[
        { value: "vi", label: t(say("vietnamese")) },
        { value: "en", label: t(say("english")) },
      ]}
    />
  );
}
