/** Questions before something is done with a certificate: suspended, resumed, taken off the list, replaced. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { answered, api, newKey } from "../../../api/client";
import { Refused, Unreachable } from "../../../api/refusal";
import { Dialog, errorWords, Notice, told } from "../../../parts";
import { say } from "../../../words";
import { carryOut, myCertificates, paramsOf, type Act, type Mine } from "./queries";

interface Props { certificate: Mine; onClose: () => void }

export function ActDialog({ act, certificate, onClose }: Props & { act: Act }) {
  const client = useQueryClient();
  const doing = useMutation({
    mutationFn: () => carryOut(act, certificate),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: myCertificates().queryKey });
      told(say(`client-mine-done-${act}`));
      onClose();
    },
  });
  return (
    <Dialog title={say(`client-mine-ask-${act}`)} verb={say(`client-mine-${act}`)} isDanger={act !== "resume"} isBusy={doing.isPending} onApply={() => doing.mutate()} onClose={onClose} width="s">
      <p>{say(`client-mine-about-${act}`)}</p>
      {doing.error && <Notice tone="stop">{errorWords(doing.error).title}</Notice>}
    </Dialog>
  );
}

/** The identity that was proven stands; the statement is signed anew. One issued at once has nothing to stand on. */
export function ReplaceDialog({ certificate, onClose }: Props) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [key, setKey] = useState(newKey);
  const doing = useMutation({
    mutationFn: () => answered(api.POST("/api/v1/certification/organizations/{organization_id}/certificates/{certificate_id}/replacement", {
      params: { ...paramsOf(certificate), header: { "Idempotency-Key": key } },
    })),
    onSuccess: async ({ application_id, organization_id }) => {
      await client.invalidateQueries({ queryKey: ["applications", organization_id] });
      await navigate({ to: "/certificates/applications/$applicationId", params: { applicationId: application_id } });
    },
    onError: (error) => { if (!(error instanceof Unreachable)) setKey(newKey()); },
  });
  const hasNone = doing.error instanceof Refused && doing.error.code === "certification.application.not-found";
  return (
    <Dialog title={say("client-mine-ask-replace")} verb={say("client-mine-replace")} isBusy={doing.isPending} isBarred={hasNone} onApply={() => doing.mutate()} onClose={onClose} width="s">
      <p>{say("client-mine-about-replace")}</p>
      {doing.error && (
        <Notice tone="stop">
          {hasNone ? say("client-mine-replace-none") : errorWords(doing.error).title} <Link to="/certificates/apply">{say("client-apply-list")}</Link>
        </Notice>
      )}
    </Dialog>
  );
}
