/** What the applicant does. Acts upon one application go one after another, so that the newest answer is the last. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { answered, api, toBase64 } from "../../../api/client";
import { applicationOf, paramsOf, type Application, type Place, type Point } from "../application/queries";

/** An act that answers with the application as it stands after it. */
export function useAct<Given>(place: Place, act: (given: Given) => Promise<Application>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    scope: { id: `application-${place.applicationId}` },
    onSuccess: (application) => {
      client.setQueryData(applicationOf(place).queryKey, application);
      void client.invalidateQueries({ queryKey: ["applications", place.organizationId] });
    },
    // What an act is refused for may be news: somebody judged it meanwhile.
    onError: () => void client.invalidateQueries({ queryKey: applicationOf(place).queryKey }),
  });
}

/** Fills one field in. */
export const useEdit = (place: Place, item: Point) =>
  useAct(place, (value: string) => answered(api.PUT("/api/v1/certification/organizations/{organization_id}/applications/{application_id}/fields/{item}", {
    params: { path: { ...paramsOf(place).path, item } }, body: { value },
  })));

/** Gives one scan. */
export const useUpload = (place: Place, item: Point) =>
  useAct(place, (file: Blob) => answered(api.PUT("/api/v1/certification/organizations/{organization_id}/applications/{application_id}/scans/{item}", {
    params: { path: { ...paramsOf(place).path, item } },
    // The octets themselves: the types know an octet stream as a list of numbers.
    body: [], bodySerializer: () => file, headers: { "Content-Type": "application/octet-stream" },
  })));

/** Hands it in, or takes it back from the desk. */
export const useStep = (place: Place) =>
  useAct(place, (step: "submission" | "withdrawal") => {
    const params = paramsOf(place);
    return answered(step === "submission"
      ? api.POST("/api/v1/certification/organizations/{organization_id}/applications/{application_id}/submission", { params })
      : api.POST("/api/v1/certification/organizations/{organization_id}/applications/{application_id}/withdrawal", { params }));
  });

/** The statement signed with a key in force, instead of a scan. */
export async function signStatement(place: Place, signature: Uint8Array): Promise<Application> {
  return answered(api.PUT("/api/v1/certification/organizations/{organization_id}/applications/{application_id}/statement/signature", {
    params: paramsOf(place), body: { signature: toBase64(signature) },
  }));
}

/** Throws it away with everything in it. */
export async function discard(place: Place): Promise<void> {
  await answered(api.DELETE("/api/v1/certification/organizations/{organization_id}/applications/{application_id}", { params: paramsOf(place) }));
}
