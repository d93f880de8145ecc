/** What the bell asks of the server, and where its notices lead. */
import { infiniteQueryOptions } from "@tanstack/react-query";
import { answered, api, type Shapes } from "../api/client";

export type BellNotice = Shapes["NoticeView"];

/** Keys of what a ring makes stale. */
export const BELL = ["bell"] as const;
export const PEOPLE = ["people"] as const;
export const TASKS = ["tasks"] as const;

/** Notices of a page. */
const PAGE = 20;

/** The person's notices, the newest first; each page says how many of all were not seen. */
export function bell() {
  return infiniteQueryOptions({
    queryKey: BELL,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => answered(api.GET("/api/v1/account/notices", { params: { query: { limit: PAGE, ...(pageParam ? { after: pageParam } : {}) } } })),
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

/** The place a notice is about. */
export function placeOf(kind: string): string {
  if (kind === "access-asked") return "/people/requests";
  if (kind === "access-approved") return "/incoming";
  if (kind.startsWith("access-")) return "/join";
  if (kind.startsWith("certificate-")) return "/certificates";
  return kind.startsWith("task-") ? "/tasks" : "/people/delegations";
}
