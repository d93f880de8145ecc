/** What the screens of billing ask of the server. */
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { answered, api, type Shapes } from "../../api/client";

export type Meter = Shapes["DocumentMeterView"];
export type Count = Meter["messages"]["items"][number];

/** Sent messages of a page. */
const PAGE = 50;

/** The sums of the meter alone. */
export function meterOf(organizationId: string) {
  return queryOptions({
    queryKey: ["meter", organizationId, "sums"],
    queryFn: () => answered(api.GET("/api/v1/billing/organizations/{organization_id}/documents", {
      params: { path: { organization_id: organizationId }, query: { limit: 1 } },
    })),
  });
}

/** The meter with every sent message. */
export function countsOf(organizationId: string) {
  return infiniteQueryOptions({
    queryKey: ["meter", organizationId, "counts"],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => answered(api.GET("/api/v1/billing/organizations/{organization_id}/documents", {
      params: { path: { organization_id: organizationId }, query: { limit: PAGE, ...(pageParam ? { after: pageParam } : {}) } },
    })),
    getNextPageParam: (page) => page.messages.next ?? undefined,
  });
}
