import { PasswordInput, type PasswordInputProps } from "@mantine/core";
import { useText } from "../../shell/language.tsx";
import { say } from "./messages.ts";

/** A password with a button to show it: on a phone's keyboard nobody types ten characters blind. */
export function Password(props: PasswordInputProps) {
  const t = useText();
  return <PasswordInput visibilityToggleButtonProps={{ "aria-label": t(say("showPassword")), tabIndex: 0 }} {...props} />;
}

export function NewPassword(props: PasswordInputProps) {
  const t = useText();
  return <Password label={t(say("newPassword"))} description={t(say("newPasswordHint"))} autoComplete="new-password" required {...props} />;
}
