/** Sign-ins that are open now: one is ended, or all. */
import { useState } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { answered, api } from "../../../api/client";
import { forget } from "../../../offline/store";
import { Button, moment } from "../../../parts";
import { say } from "../../../words";
import { AskDialog } from "../AskDialog";
import { PagedTable, usePaged } from "../PagedTable";
import { deviceName } from "./deviceName";
import { SECURITY, type SignIn } from "./queries";
import { SecurityCard } from "./SecurityCard";

type Ended = SignIn | "others" | "all";

export function SignIns() {
  const [ending, setEnding] = useState<Ended | undefined>();
  const asked = usePaged<SignIn>([...SECURITY, "sign-ins"], (query) => answered(api.GET("/api/v1/account/sign-ins", { params: { query } })));
  return (
    <SecurityCard
      title={say("client-sign-ins")} about={say("client-sign-ins-about")}
      act={(
        <div className="sv-acts">
          <Button view="outlined" size="m" onClick={() => setEnding("others")}>{say("client-security-end-others")}</Button>
          <Button view="outlined" size="m" onClick={() => setEnding("all")}>{say("client-security-end-all")}</Button>
        </div>
      )}
    >
      <PagedTable
        asked={asked} shown={asked.rows.toReversed()} name={say("client-sign-ins")} empty={{ title: say("client-sign-ins-none") }}
        idOf={(row) => row.sign_in_id} nameOf={(row) => moment(row.created_at)}
        columns={[
          { key: "document", name: say("client-sign-in-kind"), width: "wide", cell: (row) => <><span className="sv-called">{say(`client-sign-in-${row.kind}`)}</span><div className="sv-dim">{deviceName(row.device)}</div></> },
          { key: "counteragent", name: say("client-security-way"), cell: (row) => <>{say(`client-security-way-${row.way}`)}<div className="sv-dim">{row.address}</div></> },
          { key: "when", name: say("client-sign-in-since"), cell: (row) => moment(row.created_at) },
          { key: "state", name: say("client-sign-in-until"), cell: (row) => moment(row.expires_at) },
          { key: "acts", name: say("client-column-acts"), cell: (row) => <Button view="outlined" size="m" onClick={() => setEnding(row)}>{say("client-sign-in-end")}</Button> },
        ]}
      />
      {ending && <EndDialog ending={ending} onClose={() => setEnding(undefined)} />}
    </SecurityCard>
  );
}

function EndDialog({ ending, onClose }: { ending: Ended; onClose: () => void }) {
  const client = useQueryClient();
  const words = ending === "others" || ending === "all" ? ending : "one";
  const act = async () => {
    if (typeof ending === "object") {
      await answered(api.DELETE("/api/v1/account/sign-ins/{sign_in_id}", { params: { path: { sign_in_id: ending.sign_in_id } } }));
      // It may have been the present one.
      void client.invalidateQueries({ queryKey: ["session"] });
      return;
    }
    await answered(api.POST("/api/v1/account/sign-ins/end-all", { body: { keep_current: ending === "others" } }));
    if (ending === "others") return;
    await forget();
    location.assign("/");
  };
  return (
    <AskDialog
      title={say(`client-security-ask-end-${words}`)} verb={say(words === "one" ? "client-sign-in-end" : `client-security-end-${words}`)}
      done={say(`client-security-ended-${words}`)} stale={SECURITY} isDanger width="s" act={act} onClose={onClose}
    >
      <p>{typeof ending === "object" ? say("client-sign-in-end-about", { at: moment(ending.created_at) }) : say(`client-security-about-end-${words}`)}</p>
    </AskDialog>
  );
}
