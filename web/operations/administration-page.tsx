import { Anchor, List } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useText } from "../shell/language.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { Section } from "../ui/section.tsx";
import { DemoSection } from "../demo/demo-section.tsx";
import { JobsSection } from "./jobs-section.tsx";
import { say } from "./messages.ts";

/** What the keeper of the installation needs, on one page. */
export function AdministrationPage() {
  const t = useText();
  return (
    <>
      <PageHeader title={t(say("title"))} note={t(say("note"))} />
      <JobsSection />
      <DemoSection />
      <Section title={t(say("shortcuts"))}>
        <List spacing="xs">
          <List.Item>
            <Anchor component={Link} to={"/people" as never}>
              {t(say("people"))}
            </Anchor>
          </List.Item>
          <List.Item>
            <Anchor component={Link} to={"/units" as never}>
              {t(say("units"))}
            </Anchor>
          </List.Item>
          <List.Item>
            <Anchor href="/api/docs">{t(say("api"))}</Anchor>
          </List.Item>
        </List>
      </Section>
    </>
  );
}
