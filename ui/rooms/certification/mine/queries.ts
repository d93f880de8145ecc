/** The caller's certificates, and what is done with one. */
import { queryOptions } from "@tanstack/react-query";
import { answered, api, type Shapes } from "../../../api/client";
import { isComingBack } from "./words";

export type Mine = Shapes["MyCertificate"];
export type Reason = Shapes["RevocationReason"];

/** How often the list is asked for while a resumed certificate waits for the list of revoked ones. */
const COMING_BACK_MS = 3_000;

/** All of them: issued here and brought, of all organizations. */
export function myCertificates() {
  return queryOptions({
    queryKey: ["my-certificates"],
    queryFn: () => answered(api.GET("/api/v1/certification/my-certificates")),
    refetchInterval: ({ state }) => (state.data?.items.some((one) => isComingBack(one, new Date())) ? COMING_BACK_MS : false),
  });
}

/** The parameters of every request about one of them. */
export const paramsOf = ({ organization_id, certificate_id }: Pick<Mine, "organization_id" | "certificate_id">) => ({ path: { organization_id, certificate_id } });

/** Where its holder says its key lives. */
export async function setKeyPlace({ certificate_id }: Mine, key_place: Shapes["KeyPlace"]): Promise<void> {
  await answered(api.PUT("/api/v1/certification/my-certificates/{certificate_id}/key-place", { params: { path: { certificate_id } }, body: { key_place } }));
}

/** What is done at once, after one question. */
export type Act = "suspend" | "resume" | "forget";

/** Does it. */
export async function carryOut(act: Act, certificate: Mine): Promise<void> {
  const params = paramsOf(certificate);
  const suspension = "/api/v1/certification/organizations/{organization_id}/certificates/{certificate_id}/suspension";
  if (act === "suspend") await answered(api.PUT(suspension, { params }));
  else if (act === "resume") await answered(api.DELETE(suspension, { params }));
  else await answered(api.DELETE("/api/v1/certification/organizations/{organization_id}/imported-certificates/{certificate_id}", { params }));
}

/** Revokes for the one who is signed in. */
export async function revoke(certificate: Mine, reason: Reason): Promise<void> {
  await answered(api.POST("/api/v1/certification/organizations/{organization_id}/certificates/{certificate_id}/revocation", {
    params: paramsOf(certificate), body: { reason },
  }));
}

/** Revokes for whoever knows the phrase or holds the key. */
export async function revokeBy(proof: Shapes["RevocationProof"], { serial }: Mine, reason: Reason): Promise<void> {
  await answered(api.POST("/api/v1/certification/revocations", { body: { serial, reason, proof } }));
}
