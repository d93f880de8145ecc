/** By which ways the person comes in, which are closed and why, and the person's own rules. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { answered, api } from "../../../api/client";
import { Button, ErrorState, Skeleton, StatusBadge } from "../../../parts";
import { say } from "../../../words";
import { Closed } from "../ways/Closed";
import { RulesDialog } from "../ways/RulesDialog";
import { ownWays, SECURITY } from "./queries";
import { SecurityCard } from "./SecurityCard";

export function OwnWays() {
  const asked = useQuery(ownWays());
  const [isChanging, setChanging] = useState(false);
  const ways = asked.data?.items ?? [];
  const own = ways.filter((one) => one.closed_by.some((rule) => !rule.organization)).map((one) => one.way);
  return (
    <SecurityCard
      title={say("client-ways")} about={say("client-ways-about")}
      act={asked.data && <Button view="outlined" size="m" onClick={() => setChanging(true)}>{say("client-ways-change")}</Button>}
    >
      {asked.isPending && <Skeleton rows={3} />}
      {asked.error && !asked.data && <ErrorState error={asked.error} retry={() => void asked.refetch()} />}
      <ul className="sv-secure">
        {ways.map((one) => (
          <li key={one.way}>
            <div className="sv-secure__what"><strong>{say(`client-ways-way-${one.way}`)}</strong><Closed rules={one.closed_by} /></div>
            <StatusBadge tone={one.closed_by.length > 0 ? "stop" : one.is_set ? "good" : "wait"}>
              {say(one.closed_by.length > 0 ? "client-ways-is-closed" : one.is_set ? "client-ways-is-open" : "client-ways-is-unset")}
            </StatusBadge>
          </li>
        ))}
      </ul>
      {isChanging && (
        <RulesDialog
          title={say("client-ways-own")} about={say("client-ways-own-about")} rules={own} stale={SECURITY} onClose={() => setChanging(false)}
          save={(rules) => answered(api.PUT("/api/v1/account/sign-in-ways", { body: { rules } }))}
        />
      )}
    </SecurityCard>
  );
}
