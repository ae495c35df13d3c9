import { Button, Menu } from "@mantine/core";
import type { DocumentText } from "../../../src/modules/documents/contract.ts";
import { useText } from "../../shell/language.tsx";
import { Icon } from "../../ui/icon.tsx";
import { say } from "./messages.ts";

/** The document's headings, to go there. */
export function OutlineMenu({ outline, onGo }: { outline: DocumentText["outline"]; onGo(line: number): void }) {
  const t = useText();
  const headings = outline.filter(({ kind }) => kind === "heading");
  if (headings.length === 0) return null;
  return (
    <Menu position="bottom-start" width={380} shadow="md" withinPortal>
      <Menu.Target>
        <Button size="xs" variant="default" rightSection={<Icon name="chevronDown" size={14} />}>
          {t(say("outline"))}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah="24rem" style={{ overflowY: "auto" }}>
        {headings.map(({ line, number, title, level }) => (
          <Menu.Item key={line} pl={`${0.75 + (level - 1) * 0.9}rem`} onClick={() => onGo(line)}>
            {[number, title].filter(Boolean).join(". ")}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
