/** Certificates by which the person signs in; another is added by signing a text of the server with its key. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { answered, api, toBase64 } from "../../../api/client";
import { Button, day, moment, moscowDay, told } from "../../../parts";
import { say } from "../../../words";
import { hasSigner } from "../../signing/signer";
import type { SignTask } from "../../signing/task";
import { ListCard } from "./ListCard";
import { boundCertificates, SECURITY, type BoundCertificate } from "./queries";

const SignDialog = lazy(() => import("../../signing/SignDialog").then((module) => ({ default: module.SignDialog })));

export function BoundCertificates() {
  const [isAdding, setAdding] = useState(false);
  return (
    <>
      <ListCard<BoundCertificate>
        title={say("client-security-certificates")} about={say("client-security-certificates-about")}
        act={hasSigner && <Button view="outlined" size="m" onClick={() => setAdding(true)}>{say("client-security-certificate-add")}</Button>}
        asked={useQuery(boundCertificates())} idOf={(one) => one.binding_id} nameOf={(one) => one.subject} empty={say("client-security-certificates-none")}
        factsOf={(one) => [
          say(`client-signature-${one.kind}`),
          say("client-sign-until", { date: day(moscowDay(new Date(one.not_after))) }),
          say("client-security-added", { at: moment(one.bound_at) }),
        ].join(" · ")}
        removal={{
          verb: say("client-security-remove"), title: (name) => say("client-security-certificate-ask-remove", { name }),
          text: say("client-security-certificate-about-remove"), done: say("client-security-certificate-removed"),
          act: ({ binding_id }) => answered(api.DELETE("/api/v1/account/certificates/{binding_id}", { params: { path: { binding_id } } })),
        }}
      />
      {isAdding && <Suspense><AddDialog onClose={() => setAdding(false)} /></Suspense>}
    </>
  );
}

function AddDialog({ onClose }: { onClose: () => void }) {
  const client = useQueryClient();
  const [task] = useState(bindingTask);
  const close = (done: number) => {
    if (done > 0) {
      void client.invalidateQueries({ queryKey: SECURITY });
      told(say("client-security-certificate-done"));
    }
    onClose();
  };
  return <SignDialog title={say("client-security-certificate-add")} verb={say("client-security-certificate-sign")} tasks={[task]} onClose={close} />;
}

/** What is signed is the server's own text; its challenge goes back with the signature. */
function bindingTask(): SignTask {
  let challenge = "";
  return {
    id: "binding",
    name: say("client-security-certificate-text"),
    facts: {},
    prepare: async () => {
      const asked = await answered(api.POST("/api/v1/account/certificates/challenges"));
      challenge = asked.challenge;
      return [{ name: "challenge.txt", bytes: new TextEncoder().encode(asked.text) }];
    },
    send: async (_, [signature]) => {
      if (!signature) throw new Error("no signature was made");
      await answered(api.POST("/api/v1/account/certificates", { body: { challenge, signature: toBase64(signature) } }));
    },
  };
}
