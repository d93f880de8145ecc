/** How a program signs people in by OpenID Connect: where it may have them sent back to, and whether it keeps a secret. */
import { queryOptions, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { answered, api, type Shapes } from "../../../api/client";
import { Checkbox, ErrorState, Skeleton, TextAreaField } from "../../../parts";
import { say } from "../../../words";
import { AskDialog } from "../AskDialog";
import { peopleOf } from "./queries";

type Rules = Shapes["ProgramRules"];

const PLACE = "/api/v1/openid/organizations/{organization_id}/programs/{integrator_key_id}" as const;

/** A key of an organization. */
interface Program {
  organization: string;
  program: string;
  name: string;
}

const pathOf = ({ organization, program }: Program) => ({ organization_id: organization, integrator_key_id: program });

const rulesOf = (one: Program) => queryOptions({
  queryKey: [...peopleOf(one.organization), "keys", one.program, "rules"],
  queryFn: () => answered(api.GET(PLACE, { params: { path: pathOf(one) } })),
});

export function ProgramRules({ onClose, ...one }: Program & { onClose: () => void }) {
  const asked = useQuery(rulesOf(one));
  // What is typed begins with what is there.
  const [typed, setTyped] = useState<Partial<Rules & { text: string }>>({});
  const text = typed.text ?? asked.data?.redirect_uris.join("\n") ?? "";
  const isPublic = typed.is_public ?? asked.data?.is_public ?? false;
  const redirects = text.split("\n").map((line) => line.trim()).filter((line) => line !== "");
  return (
    <AskDialog
      title={say("client-openid-title", { name: one.name })} verb={say("client-openid-keep")} done={say("client-openid-done")}
      stale={peopleOf(one.organization)} isBarred={!asked.data} width="m" fields={["redirect_uris"]} onClose={onClose}
      act={() => answered(api.PUT(PLACE, { params: { path: pathOf(one) }, body: { redirect_uris: redirects, is_public: isPublic } }))}
    >
      {(wrong) => {
        if (asked.isPending) return <Skeleton />;
        if (asked.isError) return <ErrorState error={asked.error} retry={() => void asked.refetch()} />;
        return (
          <>
            <p>{say("client-openid-about")}</p>
            <TextAreaField
              label={say("client-openid-redirects")} hint={say("client-openid-redirects-hint")} value={text} error={wrong("redirect_uris")}
              onUpdate={(next) => setTyped({ ...typed, text: next })} autoFocus
            />
            <div className="sv-field">
              <Checkbox size="l" checked={isPublic} onUpdate={(next) => setTyped({ ...typed, is_public: next })}>{say("client-openid-public")}</Checkbox>
            </div>
            <p className="sv-dim">{say("client-openid-public-about")}</p>
          </>
        );
      }}
    </AskDialog>
  );
}
