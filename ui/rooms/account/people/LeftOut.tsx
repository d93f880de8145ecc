/** Whom rules of sign-in would leave without any way in: told while they are chosen. */
import { useQuery } from "@tanstack/react-query";
import { answered, api } from "../../../api/client";
import { errorWords, Notice } from "../../../parts";
import { say } from "../../../words";
import type { RuleName } from "../ways/rules";
import { peopleOf } from "./queries";

export function LeftOut({ organization, rules }: { organization: string; rules: readonly RuleName[] }) {
  const asked = useQuery({
    queryKey: [...peopleOf(organization), "left-out", rules],
    queryFn: () => answered(api.GET("/api/v1/account/organizations/{organization_id}/way-rules/left-out", {
      params: { path: { organization_id: organization }, query: { rules: rules.join(",") } },
    })),
    enabled: rules.length > 0,
  });
  if (asked.error) return <Notice tone="stop">{errorWords(asked.error).title}</Notice>;
  if (rules.length === 0 || !asked.data || asked.data.count === 0) return null;
  const { count, members, is_caller } = asked.data;
  const others = count - members.length;
  return (
    <Notice tone="stop">
      {say("client-ways-left-out", { count })} {members.map(({ name }) => name).join(", ")}{others > 0 ? ` ${say("client-ways-left-out-others", { count: others })}` : "."}
      {is_caller && <> {say("client-ways-left-out-you")}</>}
    </Notice>
  );
}
