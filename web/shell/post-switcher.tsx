import { Menu, UnstyledButton } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { dot } from "../../src/kernel/facts.ts";
import { roleNames } from "../../src/kernel/permissions.ts";
import { showError } from "../ui/notices.ts";
import { Icon } from "../ui/icon.tsx";
import { useText } from "./language.tsx";
import { say } from "./messages.ts";
import type { UsablePost } from "../../src/modules/identity/contract.ts";
import { postKey, usePost, useSession, useSwitchPost } from "./session.tsx";
import styles from "./shell.module.css";

/** In which post one acts: always in sight, since the same person may see and do different things in each. */
export function PostSwitcher() {
  const t = useText();
  const { posts } = useSession();
  const active = usePost();
  const switching = useSwitchPost();
  const navigate = useNavigate();

  const label = active ? <PostLabel post={active} /> : <span className={styles["postUnit"]}>{t(say("noPost"))}</span>;
  if (posts.length < 2) return <div className={styles["post"]}>{label}</div>;
  return (
    <Menu position="bottom-end" width={320} shadow="md" withinPortal>
      <Menu.Target>
        <UnstyledButton className={styles["post"]} data-button title={t(say("switchPost"))} disabled={switching.isPending}>
          {label}
          <Icon name="chevronDown" size={16} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t(say("switchPost"))}</Menu.Label>
        {posts.map((post) => (
          <Menu.Item
            key={postKey(post)}
            leftSection={
              <span className={styles["tick"]}>{active && postKey(post) === postKey(active) && <Icon name="check" size={16} />}</span>
            }
            onClick={() =>
              switching.mutate(post, {
                // What is open may not be visible in the other post.
                onSuccess: () => void navigate({ to: "/" }),
                onError: (error) => showError(t, error),
              })
            }
          >
            <PostLabel post={post} />
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function PostLabel({ post }: { post: UsablePost }) {
  const t = useText();
  return (
    <span className={styles["postLabel"]}>
      <span className={styles["postUnit"]}>{post.unit.name}</span>
      <span className={styles["postRole"]}>
        {t(roleNames[post.role])}
        {post.onBehalfOf ? `${dot}${t(say("onBehalf", { name: post.onBehalfOf.name }))}` : ""}
      </span>
    </span>
  );
}
