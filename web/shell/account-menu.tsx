import { ActionIcon, Button, Group, Popover, Stack, Switch, Text } from "@mantine/core";
import { useState } from "react";
import { Icon } from "../ui/icon.tsx";
import { showError } from "../ui/notices.ts";
import { useReading, useText } from "./language.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import { say } from "./messages.ts";
import { useSavePreferences, useSession, useSignOut } from "./session.tsx";

/** Name, language, size of type, own account, sign-out. */
export function AccountMenu() {
  const t = useText();
  const { person } = useSession();
  const { language, largeType, setLanguage, setLargeType } = useReading();
  const [opened, setOpened] = useState(false);
  const save = useSavePreferences();
  const signOut = useSignOut();
  const onError = (error: unknown) => showError(t, error);

  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" width={280} shadow="md" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t(say("account"))} onClick={() => setOpened((open) => !open)}>
          <Icon name="person" />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={t(say("account"))}>
        <Stack gap="sm">
          <Text fw={600}>{person.name}</Text>
          <Group justify="space-between" gap="xs">
            <Text size="sm">{t(say("language"))}</Text>
            <LanguageSwitch
              value={language}
              onChange={(chosen) => {
                setLanguage(chosen);
                save.mutate({ language: chosen }, { onError });
              }}
            />
          </Group>
          <Switch
            label={t(say("largeType"))}
            labelPosition="left"
            checked={largeType}
            styles={{ body: { justifyContent: "space-between" } }}
            onChange={(event) => {
              setLargeType(event.currentTarget.checked);
              save.mutate({ largeType: event.currentTarget.checked }, { onError });
            }}
          />
          <Button component="a" href="/app/account" variant="default" fullWidth>
            {t(say("myAccount"))}
          </Button>
          <Button variant="default" fullWidth loading={signOut.isPending} onClick={() => signOut.mutate(undefined, { onError })}>
            {t(say("signOut"))}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
