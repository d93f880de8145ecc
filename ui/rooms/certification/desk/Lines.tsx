/** Lines of the queue with their tabs: who waits, how long still, who is at work. */
import { useInfiniteQuery, type UseMutationResult } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useSession } from "../../../api/session";
import { Button, DataTable, EmptyState, ErrorState, moment, recent, Skeleton, StatusBadge, type Column } from "../../../parts";
import { say } from "../../../words";
import { timeLeft } from "./clock";
import { Lost } from "./Lost";
import { useNames } from "./names";
import { PARTS } from "./parts";
import { actOn, queueOf, useDeskWrite, type Part, type Waiting } from "./queries";

export function Lines({ isOperator }: { isOperator: boolean }) {
  const { state: part } = useSearch({ from: "/desk" });
  const navigate = useNavigate();
  const { user } = useSession();
  const asked = useInfiniteQuery(queueOf(part));
  const pages = asked.data?.pages ?? [];
  const rows = pages.flatMap((page) => page.items);
  const people = pages.flatMap((page) => page.people);
  const names = useNames(people);
  const now = pages.at(-1)?.now ?? "";
  const open = (row: Waiting) => void navigate({ to: "/desk/$applicationId", params: { applicationId: row.application_id } });
  const claiming = useDeskWrite((row: Waiting) => actOn(row.application_id, "claim"));
  const taken = rows.find((row) => row.application_id === claiming.variables?.application_id);
  return (
    <>
      <Parts part={part} />
      {claiming.error && <Lost error={claiming.error} first={taken?.claimed_by ? names(taken.claimed_by) : undefined} />}
      {asked.isPending && <Skeleton />}
      {asked.error && !asked.data && <ErrorState error={asked.error} retry={() => void asked.refetch()} />}
      {asked.data && rows.length === 0 && !asked.hasNextPage && (
        <EmptyState title={say(part ? "client-desk-empty-part" : "client-desk-empty")} text={say("client-desk-empty-text")} />
      )}
      {rows.length > 0 && (
        <DataTable
          name={say("client-place-desk")} rows={rows} columns={columnsOf({ names, now, open, claiming, isOperator, userId: user.user_id })}
          idOf={(row) => row.application_id} nameOf={(row) => row.person} onOpen={open}
        />
      )}
      {asked.hasNextPage && <Button view="outlined" size="l" loading={asked.isFetchingNextPage} onClick={() => void asked.fetchNextPage()}>{say("client-more")}</Button>}
    </>
  );
}

function Parts({ part }: { part: Part | undefined }) {
  const navigate = useNavigate();
  return (
    <div className="sv-filters" role="group" aria-label={say("client-filters")}>
      <div className="sv-tabs">
        {PARTS.map((one) => (
          <button
            key={one ?? "all"} type="button" className={`sv-tab ${part === one ? "sv-tab_here" : ""}`} aria-pressed={part === one}
            onClick={() => void navigate({ to: "/desk", search: one ? { state: one } : {} })}
          >
            {say(`client-desk-part-${one ?? "all"}`)}
          </button>
        ))}
      </div>
    </div>
  );
}

interface Shown {
  names: (userId: string) => string;
  now: string;
  open: (row: Waiting) => void;
  claiming: UseMutationResult<unknown, Error, Waiting>;
  isOperator: boolean;
  userId: string;
}

function columnsOf({ names, now, open, claiming, isOperator, userId }: Shown): Column<Waiting>[] {
  return [
    {
      key: "document", name: say("client-desk-who"), width: "wide",
      cell: (row) => (
        <>
          <Link className="sv-called" to="/desk/$applicationId" params={{ applicationId: row.application_id }}>{row.person}</Link>
          <div className="sv-dim">{say(`client-apply-kind-${row.kind}`)}</div>
          {row.is_second_look && <StatusBadge tone="wait">{say("client-desk-second")}</StatusBadge>}{" "}
          {row.identity === "doubted" && <StatusBadge tone="stop">{say("client-apply-identity-doubted")}</StatusBadge>}
        </>
      ),
    },
    {
      key: "state", name: say("client-desk-left-column"),
      cell: (row) => { const { tone, text } = timeLeft(row.due_on, now); return <StatusBadge tone={tone}>{text}</StatusBadge>; },
    },
    { key: "when", name: say("client-desk-submitted"), cell: (row) => <time dateTime={row.submitted_at} title={moment(row.submitted_at)}>{recent(row.submitted_at, new Date(now))}</time> },
    {
      key: "counteragent", name: say("client-desk-claimed"),
      cell: (row) => row.claimed_by ? <>{names(row.claimed_by)}<div className="sv-dim">{say("client-desk-until", { at: moment(row.claimed_until ?? "") })}</div></> : say("client-desk-free"),
    },
    {
      key: "acts", name: say("client-column-acts"),
      cell: (row) => {
        const isMine = row.claimed_by === userId;
        if (!isOperator || row.claimed_by) {
          return <Button view={isMine ? "action" : "outlined"} size="m" onClick={() => open(row)}>{say(isMine ? "client-desk-go-on" : "client-desk-open")}</Button>;
        }
        return (
          <Button
            view="outlined" size="m" loading={claiming.isPending && claiming.variables === row} disabled={claiming.isPending}
            onClick={() => claiming.mutate(row, { onSuccess: () => open(row) })}
          >
            {say("client-desk-do-claim")}
          </Button>
        );
      },
    },
  ];
}
