/** What the desk's screens ask of the server. */
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { answered, api, bytesAt, type Shapes } from "../../../api/client";
import type { paths } from "../../../api/schema";

export type Waiting = Shapes["DeskQueueLine"];
export type Seen = Shapes["DeskApplication"];
export type Item = Shapes["ApplicationItem"];
export type ItemName = Shapes["ApplicationPoint"];
export type Reason = Shapes["ApplicationReason"];
export type ReasonText = Shapes["ApplicationReasonText"];
export type Person = Shapes["DeskPerson"];
export type Role = Shapes["DeskRole"];
export type Act = Shapes["DeskAct"];
export type Part = NonNullable<NonNullable<paths["/api/v1/certification/desk/applications"]["get"]["parameters"]["query"]>["state"]>;

/** Lines of a page of the queue. */
const PAGE = 50;
/** Colleagues take applications meanwhile: the queue is looked at again so often. */
const QUEUE_AGAIN_MS = 30_000;
/** The beginning of every key here: an act makes all of it stale. */
const desk = ["desk"] as const;

/** The caller's roles at the desk; nothing for most people. */
export const myDesk = queryOptions({
  queryKey: [...desk, "me"],
  queryFn: () => answered(api.GET("/api/v1/certification/desk/me")),
  staleTime: 5 * 60_000,
});

/** The queue or one part of it, oldest first. */
export function queueOf(part: Part | undefined) {
  return infiniteQueryOptions({
    queryKey: [...desk, "queue", part],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => answered(api.GET("/api/v1/certification/desk/applications", {
      params: { query: { limit: PAGE, ...(part ? { state: part } : {}), ...(pageParam ? { after: pageParam } : {}) } },
    })),
    getNextPageParam: (page) => page.next ?? undefined,
    refetchInterval: QUEUE_AGAIN_MS,
  });
}

/** One application as the desk sees it. */
export function seenOf(applicationId: string) {
  return queryOptions({
    queryKey: [...desk, "application", applicationId],
    queryFn: () => answered(api.GET("/api/v1/certification/desk/applications/{application_id}", {
      params: { path: { application_id: applicationId } },
    })),
    refetchInterval: QUEUE_AGAIN_MS,
  });
}

/** Octets of a scan. One given again has another size or another moment of its step: both are in the key. */
export function scanOf(applicationId: string, item: ItemName, version: string) {
  return queryOptions({
    queryKey: ["desk-scan", applicationId, item, version],
    queryFn: ({ signal }) => bytesAt(`/api/v1/certification/desk/applications/${applicationId}/scans/${item}`, signal),
    staleTime: Infinity,
    // A passport is not kept in memory once nobody looks at it.
    gcTime: 0,
  });
}

/** Ready reasons of a refusal. */
export const reasonsOf = queryOptions({
  queryKey: ["desk-reasons"],
  queryFn: async () => (await answered(api.GET("/api/v1/certification/application-rules"))).reasons,
  staleTime: Infinity,
});

/** Who sits at the desk. */
export const placesOf = queryOptions({
  queryKey: [...desk, "places"],
  queryFn: () => answered(api.GET("/api/v1/certification/desk/places")),
});

/** A write of the desk; it is busy until the screens show what came of it, won or lost. */
export function useDeskWrite<T>(write: (given: T) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: write,
    onSettled: () => client.invalidateQueries({ queryKey: desk }),
  });
}

/** An act upon a whole application. */
export function actOn(applicationId: string, act: Act): Promise<unknown> {
  const params = { path: { application_id: applicationId } };
  return answered(api.POST("/api/v1/certification/desk/applications/{application_id}/acts", { params, body: { act } }));
}

/** What is said of one item: nothing refused is good. */
export interface Verdict {
  item: ItemName;
  reason?: Reason;
  comment?: string;
}

/** Judges one item. */
export function judge(applicationId: string, { item, reason, comment }: Verdict): Promise<unknown> {
  const params = { path: { application_id: applicationId, item } };
  const body = { reason: reason ?? null, comment: comment || null };
  return answered(api.PUT("/api/v1/certification/desk/applications/{application_id}/verdicts/{item}", { params, body }));
}
