/** The list of documents of one side: filters in the address, marks, acts on what is marked. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import { useSession } from "../../api/session";
import { Button, count, DataTable, day, EmptyState, ErrorState, moscowDay, recent, Skeleton, StatusBadge, type Column } from "../../parts";
import { say } from "../../words";
import { BulkBar } from "./BulkBar";
import { FilterBar } from "./FilterBar";
import { isNarrowed, type Filters } from "./filters";
import { documentsOf, type Row } from "./queries";
import { heading, stateOf, totalOf } from "./words";

export interface BoardProps {
  side: "sender" | "recipient";
  filters: Filters;
  onFilter: (filters: Filters) => void;
  /** What stands where there was never anything. */
  empty: ReactNode;
}

export function Board({ side, filters, onFilter, empty }: BoardProps) {
  const { own } = useSession();
  const asked = useInfiniteQuery(documentsOf(own.boxId, side, filters));
  const rows = asked.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <FilterBar side={side} filters={filters} onFilter={onFilter} />
      {asked.isPending && <Skeleton />}
      {asked.error && rows.length === 0 && <ErrorState error={asked.error} retry={() => void asked.refetch()} />}
      {asked.data && rows.length === 0 && (isNarrowed(filters) ? <NoneFound onReset={() => onFilter({})} /> : empty)}
      {rows.length > 0 && (
        <DocumentRows key={JSON.stringify(filters)} name={say(`client-place-${side === "sender" ? "outgoing" : "incoming"}`)} rows={rows}>
          <div className="sv-more">
            <span className="sv-dim">{say("client-shown", { count: rows.length })}{asked.hasNextPage ? "" : ` · ${say("client-shown-all")}`}</span>
            {asked.hasNextPage && (
              <Button view="outlined" size="l" loading={asked.isFetchingNextPage} onClick={() => void asked.fetchNextPage()}>
                {say("client-more")}
              </Button>
            )}
          </div>
        </DocumentRows>
      )}
    </>
  );
}

/** Rows of documents, however they were found, with marks and acts on what is marked; `children` stand below the rows. */
export function DocumentRows({ name, rows, children }: { name: string; rows: readonly Row[]; children?: ReactNode }) {
  const { own } = useSession();
  const navigate = useNavigate();
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const open = (row: Row) =>
    void navigate({ to: "/documents/$boxId/$documentId", params: { boxId: own.boxId, documentId: row.document_id } });
  const shown = rows.filter((row) => marked.has(row.document_id));
  return (
    <>
      <DataTable
        name={name}
        columns={columns(own.boxId)}
        rows={rows}
        idOf={(row) => row.document_id}
        nameOf={heading}
        onOpen={open}
        isStrong={(row) => row.is_unread}
        marked={new Set(shown.map((row) => row.document_id))}
        onMark={setMarked}
      />
      {children}
      {shown.length > 0 && <BulkBar rows={shown} onDone={() => setMarked(new Set())} />}
    </>
  );
}

function NoneFound({ onReset }: { onReset: () => void }) {
  return (
    <EmptyState
      title={say("client-none-found")}
      text={say("client-none-found-text")}
      actions={<Button view="outlined" size="l" onClick={onReset}>{say("client-filters-reset")}</Button>}
    />
  );
}

function columns(boxId: string): Column<Row>[] {
  return [
    { key: "document", name: say("client-column-document"), width: "wide", cell: (row) => <Called row={row} boxId={boxId} /> },
    { key: "counteragent", name: say("client-column-counteragent"), cell: (row) => <Party row={row} /> },
    { key: "total", name: say("client-column-total"), isNumber: true, cell: totalOf },
    { key: "state", name: say("client-column-state"), cell: (row) => <State row={row} /> },
    {
      key: "when", name: say("client-column-when"), width: "narrow",
      cell: (row) => <time dateTime={row.posted_at}>{recent(row.posted_at, new Date())}</time>,
    },
  ];
}

function Called({ row, boxId }: { row: Row; boxId: string }) {
  return (
    <>
      {row.is_unread && <span className="sv-fresh"><span className="sv-hidden">{say("client-unread")}</span></span>}
      <Link className="sv-called" to="/documents/$boxId/$documentId" params={{ boxId, documentId: row.document_id }}>{heading(row)}</Link>
      <div className="sv-dim">
        {say(`client-function-${row.kind}`)}
        {row.is_test && <> <StatusBadge tone="play">{say("client-test")}</StatusBadge></>}
      </div>
    </>
  );
}

function Party({ row }: { row: Row }) {
  if (!row.counteragent) return <span className="sv-dim">{say("client-party-gone")}</span>;
  return (
    <>
      {row.counteragent.name}
      <div className="sv-dim">{say("client-inn", { inn: row.counteragent.inn })}</div>
    </>
  );
}

function State({ row }: { row: Row }) {
  const { tone, text } = stateOf(row);
  const today = moscowDay(new Date());
  return (
    <>
      <StatusBadge tone={tone}>{text}</StatusBadge>
      {row.turns.filter((turn) => turn.who !== "operator").map((turn) => (
        <div key={`${turn.who}-${turn.act}`} className="sv-due">
          {say(`client-act-${turn.act}`)}
          {turn.due_on && (
            <span className={turn.due_on < today ? "sv-late" : undefined}>
              {", "}{say(turn.due_on < today ? "client-overdue" : "client-due", { date: day(turn.due_on) })}
            </span>
          )}
        </div>
      ))}
    </>
  );
}

/** How many are marked, in words. */
export function markedWords(number: number): string {
  return say("client-marked", { count: number, shown: count(number) });
}
