/** One cell: what is asked by when and why, what was sent, and what a person may say of it. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { answered, api, type Shapes } from "../../api/client";
import { useSession } from "../../api/session";
import { Button, day, ErrorState, errorWords, moment, Notice, SideSheet, Skeleton, StatusBadge, told, type Tone } from "../../parts";
import { say } from "../../words";
import { toneOf, type CellState } from "./cellStates";
import { reportingOf, sentOf, type TableColumn, type TableRow } from "./queries";

type Mark = Shapes["CellMark"];

interface Props {
  organization: string;
  row: TableRow;
  column: TableColumn;
  /** Place of the column. */
  place: number;
  onClose: () => void;
}

export function CellSheet({ organization, row, column, place, onClose }: Props) {
  const maySend = useSession().own.permissions.includes("send");
  const state = row.cells.find(([one]) => one === place)?.[1];
  if (!state) return null;
  return (
    <SideSheet title={column.title} onClose={onClose} footer={maySend && <Marks {...{ organization, row, column, state, onClose }} />}>
      <p><StatusBadge tone={toneOf(state)}>{say(`client-cell-${state}`)}</StatusBadge></p>
      <p>{say(`client-cell-about-${state}`)}</p>
      <dl className="sv-facts">
        <Fact name="payer">{row.name}<div className="sv-dim">{say("client-inn", { inn: row.inn })}</div></Fact>
        <Fact name="period">{column.period}</Fact>
        <Fact name="due">{day(column.due_on)}</Fact>
        <Fact name="norm">{column.norm}</Fact>
        <Fact name="form">{say("client-forms-knd", { knd: column.knd })}<div><Link to="/forms">{say("client-reporting-fill")}</Link></div></Fact>
      </dl>
      <h3>{say("client-reporting-sent")}</h3>
      <Sent {...{ organization, row, column }} />
    </SideSheet>
  );
}

function Fact({ name, children }: { name: "payer" | "period" | "due" | "norm" | "form"; children: ReactNode }) {
  return <div><dt>{say(`client-reporting-fact-${name}`)}</dt><dd>{children}</dd></div>;
}

const TONES: Record<Shapes["Success"], Tone> = { neutral: "wait", successful: "good", warning: "mine", failed: "stop" };

function Sent({ organization, row, column }: Pick<Props, "organization" | "row" | "column">) {
  const asked = useQuery(sentOf(organization, row.payer_id, column));
  if (asked.isPending) return <Skeleton rows={2} />;
  if (asked.error) return <ErrorState error={asked.error} retry={() => void asked.refetch()} />;
  if (asked.data.length === 0) return <p className="sv-dim">{say("client-reporting-nothing-sent")}</p>;
  return (
    <ul className="sv-plain">
      {asked.data.map((one) => (
        <li key={one.id}>
          <StatusBadge tone={TONES[one.success]}>{say(`client-docflow-${one.status}`)}</StatusBadge>{" "}
          {one.is_play && <StatusBadge tone="play">{say("client-reporting-play")}</StatusBadge>}
          <div>{say("client-reporting-sent-to", { office: one.office, correction: one.report.correction ?? 0 })}</div>
          <div className="sv-dim">{moment(one.began_at)}</div>
        </li>
      ))}
    </ul>
  );
}

/** States that are a person's word, which can be taken back. */
const MARKED: Partial<Record<CellState, true>> = { "accepted-custom": true, "not-required": true };

function Marks({ organization, row, column, state, onClose }: Omit<Props, "place"> & { state: CellState }) {
  const client = useQueryClient();
  const marking = useMutation({
    mutationFn: (mark: Mark | null) => answered(api.PUT("/api/v1/reporting/organizations/{organization_id}/table/mark", {
      params: { path: { organization_id: organization } },
      body: { payer_id: row.payer_id, year: column.year, knd: column.knd, period: column.period_code, mark },
    })),
    onSuccess: (_, mark) => {
      void client.invalidateQueries({ queryKey: reportingOf(organization) });
      told(say(`client-reporting-told-${mark ?? "unmarked"}`));
      onClose();
    },
  });
  const button = (mark: Mark | null) => (
    <Button key={mark} view="outlined" size="l" disabled={marking.isPending} loading={marking.isPending && marking.variables === mark} onClick={() => marking.mutate(mark)}>
      {say(`client-reporting-mark-${mark ?? "unmarked"}`)}
    </Button>
  );
  return (
    <>
      {marking.error && <Notice tone="stop">{errorWords(marking.error).title}</Notice>}
      <div className="sv-acts">{MARKED[state] ? button(null) : [button("filed"), button("not-required")]}</div>
    </>
  );
}
