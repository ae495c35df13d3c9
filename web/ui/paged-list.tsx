import type { ReactNode } from "react";
import { Busy } from "./busy.tsx";
import { ErrorNote } from "./error-note.tsx";
import { Pager } from "./pager.tsx";
import styles from "./ui.module.css";

type Paged = { total: number; pageSize: number };

type Props<Data extends Paged> = {
  /** What `useQuery` of a list answered. */
  query: { data: Data | undefined; error: unknown; isPending: boolean; refetch(): Promise<unknown> };
  page: number;
  onPage(page: number): void;
  /** Rows of the skeleton that stands while the first page is read. */
  busyRows?: number;
  /** How many were found, in words; said aloud when it changes, and nothing when there are none. */
  found?(total: number): string;
  /** The page's rows, usually one DataTable. */
  children(data: Data): ReactNode;
};

/** The frame of every list that the server gives page by page: being read, gone wrong, how many, the rows, the pages. */
export function PagedList<Data extends Paged>({ query, page, onPage, busyRows = 6, found, children }: Props<Data>) {
  const { data, error, isPending } = query;
  return (
    <>
      {isPending && <Busy rows={busyRows} />}
      {error !== null && <ErrorNote error={error} onRetry={() => void query.refetch()} />}
      {data && (
        <>
          {found && (
            <p className={styles["found"]} role="status">
              {data.total > 0 && found(data.total)}
            </p>
          )}
          {children(data)}
          <Pager page={page} pages={Math.max(1, Math.ceil(data.total / data.pageSize))} onPage={onPage} />
        </>
      )}
    </>
  );
}
