/** The operators' queue: what waits, how long it may, who is at work on it. Oldest first, so what is late stands first. */
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState, type FormEvent } from "react";
import { useSession } from "../../../api/session";
import {
  Button, DataTable, EmptyState, ErrorState, moment, Page, recent, Skeleton, StatusBadge, TextField, type Column,
} from "../../../parts";
import { say } from "../../../words";
import { timeLeft } from "./clock";
import { Lost } from "./Lost";
import { useNames } from "./names";
import { PARTS } from "./parts";
import { actOn, myDesk, queueOf, useDeskWrite, type Waiting } from "./queries";
import { RevokeDialog } from "./RevokeDialog";

export function Queue() {
  const me = useQuery(myDesk);
  const [isRevoking, setRevoking] = useState(false);
  if (me.isPending) return <Skeleton />;
  if (!me.data) return <ErrorState error={me.error} retry={() => void me.refetch()} />;
  const { roles, is_administrator: isAdministrator } = me.data;
  const isOperator = roles.includes("operator");
  return (
    <Page
      title={say("client-place-desk")}
      about={say(isOperator ? "client-desk-about" : "client-desk-about-office")}
      actions={
        <>
          {isAdministrator && <Link className="sv-link" to="/desk/places">{say("client-desk-places")}</Link>}
          {isOperator && <Button view="outlined" size="l" onClick={() => setRevoking(true)}>{say("client-desk-revoke")}</Button>}
        </>
      }
    >
      {roles.length === 0 && <EmptyState title={say("client-desk-barred")} text={say("client-desk-barred-text")} />}
      {roles.length > 0 && <ByNumber />}
      {roles.length > 0 && <Lines isOperator={isOperator} />}
      {isRevoking && <RevokeDialog onClose={() => setRevoking(false)} />}
    </Page>
  );
}

const NUMBER = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** A person who came stands at the desk with a printed application: its number opens it, whatever its state. */
function ByNumber() {
  const navigate = useNavigate();
  const [typed, setTyped] = useState("");
  const [isWrong, setWrong] = useState(false);
  const open = (event: FormEvent) => {
    event.preventDefault();
    const number = typed.trim().toLowerCase();
    if (NUMBER.test(number)) void navigate({ to: "/desk/$applicationId", params: { applicationId: number } });
    else setWrong(true);
  };
  return (
    <form className="sv-by-number" onSubmit={open}>
      <TextField
        label={say("client-desk-number")}
        value={typed}
        onUpdate={(text) => { setTyped(text); setWrong(false); }}
        error={isWrong ? say("client-desk-number-wrong") : undefined}
        maxLength={40}
      />
      <Button view="outlined" size="l" type="submit">{say("client-desk-open")}</Button>
    </form>
  );
}

function Lines({ isOperator }: { isOperator: boolean }) {
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
  const columns: Column<Waiting>[] = [
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
        const isMine = row.claimed_by === user.user_id;
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
  return (
    <>
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
      {claiming.error && <Lost error={claiming.error} first={taken?.claimed_by ? names(taken.claimed_by) : undefined} />}
      {asked.isPending && <Skeleton />}
      {asked.error && !asked.data && <ErrorState error={asked.error} retry={() => void asked.refetch()} />}
      {asked.data && rows.length === 0 && !asked.hasNextPage && (
        <EmptyState title={say(part ? "client-desk-empty-part" : "client-desk-empty")} text={say("client-desk-empty-text")} />
      )}
      {rows.length > 0 && (
        <DataTable
          name={say("client-place-desk")} rows={rows} columns={columns}
          idOf={(row) => row.application_id} nameOf={(row) => row.person} onOpen={open}
        />
      )}
      {asked.hasNextPage && <Button view="outlined" size="l" loading={asked.isFetchingNextPage} onClick={() => void asked.fetchNextPage()}>{say("client-more")}</Button>}
    </>
  );
}
