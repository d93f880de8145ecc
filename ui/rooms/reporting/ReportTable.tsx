/** The report table: every payer by every form that falls due in a month or a quarter. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { ChevronLeft, ChevronRight, EmptyState, ErrorState, IconButton, moscowDay, SelectField, Skeleton, TextField } from "../../parts";
import { say } from "../../words";
import { CellSheet } from "./CellSheet";
import { STATES } from "./cellStates";
import { Grid, type Chosen } from "./Grid";
import { beginning, ending, moved, readLook, spanName, type Length, type Look } from "./look";
import { tableOf, type TableRow } from "./queries";
import { ReportingPage } from "./ReportingPage";

export function ReportTable() {
  return <ReportingPage>{(organization) => <Looked organization={organization} />}</ReportingPage>;
}

function Looked({ organization }: { organization: string }) {
  const look = useSearch({ from: "/reporting" });
  const navigate = useNavigate({ from: "/reporting" });
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState<Chosen | undefined>();
  const length = look.length ?? "quarter";
  const from = look.from ?? beginning(length, moscowDay(new Date()));
  const asked = useQuery({ ...tableOf(organization, from, ending(length, from)), placeholderData: keepPreviousData });
  const rows = useMemo(() => matching(asked.data?.rows ?? [], text, look.state), [asked.data, text, look.state]);
  const change = (part: { [name in keyof Look]: string }) => void navigate({ search: readLook({ ...look, ...part }), replace: true });
  if (asked.isPending) return <Skeleton />;
  const span = <Span length={length} from={from} onChange={change} />;
  if (asked.error && !asked.data) return <>{span}<ErrorState error={asked.error} retry={() => void asked.refetch()} /></>;
  if (asked.data.rows.length === 0) return <NoPayers />;
  const shown = chosen && asked.data.rows.find((row) => row.payer_id === chosen.payerId);
  const column = chosen && asked.data.columns[chosen.column];
  return (
    <>
      {span}
      <div className="sv-report__find">
        <TextField label={say("client-reporting-find")} value={text} onUpdate={setText} autoComplete="off" />
        <SelectField
          label={say("client-column-state")} value={look.state ?? ""}
          onUpdate={(state) => change({ state })}
          options={[{ value: "", text: say("client-reporting-any-state") }, ...STATES.map((state) => ({ value: state, text: say(`client-cell-${state}`) }))]}
        />
      </div>
      {asked.data.columns.length === 0 && <EmptyState title={say("client-reporting-nothing-due")} text={say("client-reporting-nothing-due-text")} />}
      {asked.data.columns.length > 0 && rows.length === 0 && <EmptyState title={say("client-reporting-none-such")} text={say("client-reporting-none-such-text")} />}
      {asked.data.columns.length > 0 && rows.length > 0 && <Grid columns={asked.data.columns} rows={rows} state={look.state} onOpen={setChosen} />}
      {shown && column && <CellSheet organization={organization} row={shown} column={column} place={chosen.column} onClose={() => setChosen(undefined)} />}
    </>
  );
}

/** Rows whose name or ИНН has the words, and that have a cell in the state. */
function matching(rows: readonly TableRow[], text: string, state: Look["state"]): TableRow[] {
  const words = text.toLocaleLowerCase("ru").split(/\s+/).filter(Boolean);
  return rows.filter(({ name, inn, cells }) => {
    const said = `${name} ${inn}`.toLocaleLowerCase("ru");
    return words.every((word) => said.includes(word)) && (!state || cells.some(([, one]) => one === state));
  });
}

function NoPayers() {
  return (
    <EmptyState
      title={say("client-reporting-no-payers")} text={say("client-reporting-no-payers-text")}
      actions={<Link className="sv-called" to="/reporting/payers">{say("client-reporting-to-payers")}</Link>}
    />
  );
}

function Span({ length, from, onChange }: { length: Length; from: string; onChange: (part: { [name in keyof Look]: string }) => void }) {
  const lengths: Length[] = ["month", "quarter"];
  return (
    <div className="sv-filters" role="group" aria-label={say("client-reporting-span")}>
      <div className="sv-tabs">
        {lengths.map((one) => (
          <button
            key={one} type="button" className={`sv-tab ${one === length ? "sv-tab_here" : ""}`} aria-pressed={one === length}
            onClick={() => onChange({ length: one, from: beginning(one, from) })}
          >
            {say(`client-reporting-by-${one}`)}
          </button>
        ))}
      </div>
      <div className="sv-span">
        <IconButton name={say("client-reporting-earlier")} icon={ChevronLeft} onClick={() => onChange({ from: moved(length, from, -1) })} />
        <span className="sv-span__name sv-sentence" aria-live="polite">{spanName(length, from)}</span>
        <IconButton name={say("client-reporting-later")} icon={ChevronRight} onClick={() => onChange({ from: moved(length, from, 1) })} />
      </div>
    </div>
  );
}
