/** By which ways members of the organization may sign in: its rules, who set them and when. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { answered, api } from "../../../api/client";
import { Button, ErrorState, Skeleton, StatusBadge } from "../../../parts";
import { say } from "../../../words";
import { Closed } from "../ways/Closed";
import { RULES } from "../ways/rules";
import { RulesDialog } from "../ways/RulesDialog";
import { LeftOut } from "./LeftOut";
import { PeoplePage } from "./PeoplePage";
import { peopleOf } from "./queries";

export function Ways() {
  const [isChanging, setChanging] = useState(false);
  return (
    <PeoplePage actions={<Button view="action" size="l" onClick={() => setChanging(true)}>{say("client-ways-change")}</Button>}>
      {(organization) => <OfOrganization organization={organization} isChanging={isChanging} onChanged={() => setChanging(false)} />}
    </PeoplePage>
  );
}

function OfOrganization({ organization, isChanging, onChanged }: { organization: string; isChanging: boolean; onChanged: () => void }) {
  const params = { path: { organization_id: organization } };
  const key = [...peopleOf(organization), "ways"];
  const asked = useQuery({ queryKey: key, queryFn: () => answered(api.GET("/api/v1/account/organizations/{organization_id}/way-rules", { params })) });
  if (asked.isPending) return <Skeleton />;
  if (!asked.data) return <ErrorState error={asked.error} retry={() => void asked.refetch()} />;
  const rules = asked.data.items;
  return (
    <section className="sv-card">
      <p className="sv-dim">{say("client-ways-organization-about")}</p>
      <ul className="sv-secure">
        {RULES.map((rule) => {
          const held = rules.filter((one) => one.rule === rule);
          return (
            <li key={rule}>
              <div className="sv-secure__what"><strong>{say(`client-ways-way-${rule}`)}</strong><Closed rules={held} /></div>
              <StatusBadge tone={held.length > 0 ? "stop" : "good"}>{say(held.length > 0 ? "client-ways-is-closed" : "client-ways-is-allowed")}</StatusBadge>
            </li>
          );
        })}
      </ul>
      {isChanging && (
        <RulesDialog
          title={say("client-ways-organization")} about={say("client-ways-organization-rules")} rules={rules.map((one) => one.rule)} stale={key} onClose={onChanged}
          consequences={(chosen) => <LeftOut organization={organization} rules={chosen} />}
          save={(chosen) => answered(api.PUT("/api/v1/account/organizations/{organization_id}/way-rules", { params, body: { rules: chosen } }))}
        />
      )}
    </section>
  );
}
