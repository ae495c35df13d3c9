import { VisuallyHidden } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { TreeNode } from "../../src/modules/units/contract.ts";
import { isArea } from "../../src/modules/units/domain.ts";
import { orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { Busy } from "../ui/busy.tsx";
import { ErrorNote } from "../ui/error-note.tsx";
import { Icon } from "../ui/icon.tsx";
import { say } from "./messages.ts";
import styles from "./units.module.css";

type Props = { roots: readonly TreeNode[]; asOf?: string; label?: string; closed?: boolean };

/** Nested lists whose branches are read when they are opened. A lone root is open from the start, unless `closed`. */
export function Tree({ roots, asOf, label, closed = false }: Props) {
  const t = useText();
  return (
    <nav aria-label={label ?? t(say("tree"))}>
      <ul className={styles["tree"]}>
        {roots.map((node) => (
          <Branch key={node.id} node={node} asOf={asOf} open={roots.length === 1 && !closed} />
        ))}
      </ul>
    </nav>
  );
}

function Branch({ node, asOf, open }: { node: TreeNode; asOf?: string; open: boolean }) {
  const t = useText();
  const [opened, setOpened] = useState(open);
  const { name, below } = node;
  return (
    <li>
      <div className={styles["node"]}>
        {below > 0 ? (
          <button
            type="button"
            className={styles["twist"]}
            aria-expanded={opened}
            aria-label={t(say(opened ? "closeBranch" : "openBranch", { name }))}
            onClick={() => setOpened((before) => !before)}
          >
            <Icon name="chevronRight" size={16} />
          </button>
        ) : (
          <span className={styles["leaf"]} />
        )}
        <Link
          className={`${styles["link"]} ${isArea(node.kind) ? styles["area"] : ""}`}
          to="/units/$unitId"
          params={{ unitId: String(node.id) }}
          search={{ asOf }}
        >
          {name}
        </Link>
        {below > 0 && (
          <span className={styles["count"]} title={t(say("below", { count: below }))}>
            <span aria-hidden="true">{below}</span>
            <VisuallyHidden>{t(say("below", { count: below }))}</VisuallyHidden>
          </span>
        )}
      </div>
      {opened && below > 0 && <Children parent={node.id} asOf={asOf} />}
    </li>
  );
}

function Children({ parent, asOf }: { parent: number; asOf?: string }) {
  const children = useQuery(orpc.units.tree.queryOptions({ input: { parent, asOf } }));
  if (children.isPending) return <Busy rows={3} />;
  if (children.error) return <ErrorNote error={children.error} onRetry={() => void children.refetch()} />;
  return (
    <ul>
      {children.data.map((node) => (
        <Branch key={node.id} node={node} asOf={asOf} open={false} />
      ))}
    </ul>
  );
}
