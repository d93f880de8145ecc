/** What the screens of applications ask of the server. */
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { answered, api, type Shapes } from "../../../api/client";

export type Application = Shapes["CertificateApplicationWhole"];
export type Brief = Shapes["CertificateApplicationBrief"];
export type Item = Shapes["ApplicationItem"];
export type Point = Shapes["ApplicationPoint"];
export type Stage = Shapes["ApplicationStage"];
export type ScanRule = Shapes["ScanRule"];

/** Applications of a page. */
const PAGE = 50;
/** How often the place in the queue is asked for anew. */
const QUEUE_ASKED_MS = 30_000;

/** The order of a paper form; the server's is that of the alphabet. */
const ORDER: readonly Point[] = ["surname", "given_name", "position", "person_inn", "snils", "passport", "email", "passport_scan", "snils_scan", "statement_scan"];

/** The items as a form has them. */
export const inOrder = (items: readonly Item[]) => items.toSorted((one, other) => ORDER.indexOf(one.item) - ORDER.indexOf(other.item));

/** The fields of an application. */
export const fieldsOf = ({ items }: Application) => inOrder(items).filter((item) => !item.is_scan);

/** Its scans. */
export const scansOf = ({ items }: Application) => inOrder(items).filter((item) => item.is_scan);

/** Where one application is. */
export interface Place { organizationId: string; applicationId: string }

/** The address of an application in the API, for what is not asked through {@link api}. */
export const pathOf = ({ organizationId, applicationId }: Place) =>
  `/api/v1/certification/organizations/${organizationId}/applications/${applicationId}`;

/** The parameters of every request about one application. */
export const paramsOf = ({ organizationId, applicationId }: Place) =>
  ({ path: { organization_id: organizationId, application_id: applicationId } });

/** The caller's own applications for an organization. */
export function applicationsOf(organizationId: string) {
  return infiniteQueryOptions({
    queryKey: ["applications", organizationId],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => answered(api.GET("/api/v1/certification/organizations/{organization_id}/applications", {
      params: { path: { organization_id: organizationId }, query: { limit: PAGE, ...(pageParam ? { after: pageParam } : {}) } },
    })),
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

/** One of them; while it waits at the desk, asked for again and again. */
export function applicationOf(place: Place) {
  return queryOptions({
    queryKey: ["application", place.organizationId, place.applicationId],
    queryFn: () => answered(api.GET("/api/v1/certification/organizations/{organization_id}/applications/{application_id}", { params: paramsOf(place) })),
    refetchInterval: ({ state }) => (state.data?.stage === "under_check" ? QUEUE_ASKED_MS : false),
  });
}

/** The published rules of scans, and the ready reasons of a refusal. */
export function rulesOfScans() {
  return queryOptions({
    queryKey: ["application-rules"],
    queryFn: () => answered(api.GET("/api/v1/certification/application-rules")),
    staleTime: Infinity,
  });
}
