import { Anchor, Button, Select } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { roles } from "../../../src/kernel/permissions.ts";
import { orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { roleNames } from "../../../src/kernel/permissions.ts";
import { useMay } from "../../shell/session.tsx";
import { Busy } from "../../ui/busy.tsx";
import { DataTable, type Column } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { FilterRow } from "../../ui/filter-row.tsx";
import { FindBox } from "../../ui/find-box.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Pager } from "../../ui/pager.tsx";
import styles from "../identity.module.css";
import { CardSheet, type Card } from "./card-sheet.tsx";
import { CardsButton } from "./cards-button.tsx";
import { say } from "./messages.ts";
import { PhoneLink } from "./phone-link.tsx";
import { PersonStateBadge, PostList, stateText, type ShownPerson } from "./person-state.tsx";

const pageSize = 50;
const states = ["invited", "active", "closed"] as const;
type Search = { search?: string; state?: string; role?: string; unit?: number; page?: number };

/** People within reach; filters live in the address. */
export function PeoplePage() {
  const t = useText();
  const may = useMay();
  const search = useSearch({ from: "/staff/people" });
  const navigate = useNavigate({ from: "/people" });
  const [text, setText] = useState(search.search ?? "");
  const [cards, setCards] = useState<Card[]>([]);
  const page = search.page ?? 1;
  const state = states.find((one) => one === search.state);
  const role = roles.find((one) => one === search.role);
  const list = useQuery({
    ...orpc.identity.people.list.queryOptions({
      input: { search: search.search ?? "", state, role, unitId: search.unit, offset: (page - 1) * pageSize, limit: pageSize },
    }),
    placeholderData: keepPreviousData,
  });
  const filter = (change: Search) =>
    void navigate({ search: (before: Search) => ({ ...before, page: undefined, ...change }), replace: true });
  const columns = useColumns();

  if (cards.length > 0)
    return (
      <>
        <div className={styles["noPrint"]}>
          <PageHeader title={t(say("cardsTitle"))} />
        </div>
        <CardSheet cards={cards} onDone={() => setCards([])} />
      </>
    );

  const people: ShownPerson[] = list.data?.people ?? [];
  const pages = Math.max(1, Math.ceil((list.data?.total ?? 0) / pageSize));
  const filtered = Boolean(search.search ?? state ?? role ?? search.unit);
  const inviteButton = may("person:manage") && (
    <Button component={Link} to="/people/new">
      {t(say("invite"))}
    </Button>
  );
  return (
    <>
      <PageHeader title={t(say("title"))} note={t(say("note"))} actions={inviteButton} />
      <FilterRow>
        <FindBox label={t(say("find"))} text={text} onType={setText} onFind={(found) => filter({ search: found })} />
        <Select
          aria-label={t(say("filterState"))}
          placeholder={t(say("filterState"))}
          clearable
          clearButtonProps={{ "aria-label": t(say("clear")) }}
          data={states.map((value) => ({ value, label: t(stateText[value]) }))}
          value={state ?? null}
          onChange={(value) => filter({ state: value ?? undefined })}
        />
        <Select
          aria-label={t(say("filterRole"))}
          placeholder={t(say("filterRole"))}
          clearable
          clearButtonProps={{ "aria-label": t(say("clear")) }}
          data={roles.map((value) => ({ value, label: t(roleNames[value]) }))}
          value={role ?? null}
          onChange={(value) => filter({ role: value ?? undefined })}
        />
        {filtered && (
          <Button
            variant="default"
            onClick={() => {
              setText("");
              filter({ search: undefined, state: undefined, role: undefined, unit: undefined });
            }}
          >
            {t(say("clear"))}
          </Button>
        )}
        {may("person:manage") && <CardsButton people={people.filter((person) => person.state === "invited")} onMade={setCards} />}
      </FilterRow>
      {list.isPending && <Busy rows={6} />}
      {list.error && <ErrorNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && (
        <>
          <p role="status" className={styles["dim"]}>
            {list.data.total > 0 && t(say("total", { total: list.data.total }))}
          </p>
          <DataTable
            label={t(say("title"))}
            rows={people}
            columns={columns}
            rowKey={(person) => person.id}
            tone={(person) => (person.state === "closed" ? "quiet" : undefined)}
            empty={
              filtered ? (
                <EmptyState title={t(say("noneFound"))}>{t(say("noneFoundText"))}</EmptyState>
              ) : (
                <EmptyState title={t(say("none"))} action={inviteButton}>
                  {t(say("noneText"))}
                </EmptyState>
              )
            }
          />
          <Pager page={page} pages={pages} onPage={(next) => filter({ page: next })} />
        </>
      )}
    </>
  );
}

function useColumns(): Column<ShownPerson>[] {
  const t = useText();
  return [
    {
      key: "name",
      header: t(say("name")),
      onPhone: "title",
      cell: (person) => (
        <Anchor component={Link} to="/people/$personId" params={{ personId: person.id } as never}>
          {person.name}
        </Anchor>
      ),
    },
    { key: "posts", header: t(say("posts")), cell: (person) => <PostList posts={person.posts} /> },
    {
      key: "phone",
      header: t(say("phone")),
      width: "10rem",
      cell: (person) => <PhoneLink phone={person.phone} />,
    },
    { key: "state", header: t(say("state")), width: "10rem", cell: (person) => <PersonStateBadge state={person.state} /> },
  ];
}
