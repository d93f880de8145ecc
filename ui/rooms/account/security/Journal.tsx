/** Tries to sign in, with what came of each: who asks "was it me?" reads it here. */
import { answered, api, type Shapes } from "../../../api/client";
import { moment, StatusBadge } from "../../../parts";
import { say } from "../../../words";
import { PagedTable, usePaged } from "../PagedTable";
import { deviceName } from "./deviceName";
import { SECURITY } from "./queries";
import { SecurityCard } from "./SecurityCard";

type Entry = Shapes["JournalEntryView"];

export function Journal() {
  const asked = usePaged<Entry>([...SECURITY, "journal"], (query) => answered(api.GET("/api/v1/account/sign-in-journal", { params: { query } })));
  return (
    <SecurityCard title={say("client-security-journal")} about={say("client-security-journal-about")}>
      <PagedTable
        asked={asked} name={say("client-security-journal")} empty={{ title: say("client-security-journal-none") }}
        idOf={(row) => row.entry_id} nameOf={(row) => moment(row.tried_at)}
        columns={[
          { key: "document", name: say("client-security-tried"), cell: (row) => moment(row.tried_at) },
          { key: "counteragent", name: say("client-security-way"), cell: (row) => <>{say(`client-security-way-${row.way}`)}<div className="sv-dim">{say(`client-sign-in-${row.kind}`)}</div></> },
          { key: "when", name: say("client-security-from"), cell: (row) => <>{deviceName(row.device)}<div className="sv-dim">{row.address}</div></> },
          { key: "state", name: say("client-security-outcome"), width: "wide", cell: (row) => <Outcome entry={row} /> },
        ]}
      />
    </SecurityCard>
  );
}

function Outcome({ entry }: { entry: Entry }) {
  if (!entry.cause) return <StatusBadge tone="good">{say("client-security-opened")}</StatusBadge>;
  return <><StatusBadge tone="stop">{say("client-security-refused")}</StatusBadge><div className="sv-dim">{entry.cause_text ?? entry.cause}</div></>;
}
