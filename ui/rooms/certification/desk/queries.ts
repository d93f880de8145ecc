/** What the desk's screens ask of the server. */
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { answered, api, type Shapes } from "../../../api/client";
import type { paths } from "../../../api/schema";
import type { Point } from "../application/queries";

export type Waiting = Shapes["DeskQueueLine"];
export type Seen = Shapes["DeskApplication"];
export type ItemName = Point;
export type Reason = Shapes["ApplicationReason"];
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

/** The address of a scan in the API. */
export const scanPath = (applicationId: string, item: ItemName) => `/api/v1/certification/desk/applications/${applicationId}/scans/${item}`;

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
export interface Judged {
  item: ItemName;
  reason?: Reason;
  comment?: string;
}

/** Judges one item. */
export function judge(applicationId: string, { item, reason, comment }: Judged): Promise<unknown> {
  const params = { path: { application_id: applicationId, item } };
  const body = { reason: reason ?? null, comment: comment || null };
  return answered(api.PUT("/api/v1/certification/desk/applications/{application_id}/verdicts/{item}", { params, body }));
}
