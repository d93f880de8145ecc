/** What the screens of the exchange ask of the server. */
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { answered, api, bytesAt, contentPath, type Shapes } from "../../api/client";
import type { Filters } from "./filters";

export type Row = Shapes["DocumentRowView"];
export type DocumentFacts = Shapes["DocumentView"];
export type Entity = Shapes["EntityView"];
export type Counteragent = Shapes["CounteragentView"];
export type Card = Shapes["CardView"];

/** Documents of a page of the list. */
const PAGE = 30;
/** Counteragents of a page; all of them are wanted where one is chosen. */
const COUNTERAGENTS_PAGE = 100;

/** Beginnings of the keys of a box: a piece of news makes everything of the box stale. */
export const ofBox = (boxId: string) => ["box", boxId] as const;

/** The list of one side. */
export function documentsOf(boxId: string, side: "sender" | "recipient", filters: Filters) {
  return infiniteQueryOptions({
    queryKey: [...ofBox(boxId), "documents", side, filters],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => answered(api.GET("/api/v1/exchange/boxes/{box_id}/documents", {
      params: { path: { box_id: boxId }, query: { ...asked(side, filters), limit: PAGE, ...(pageParam ? { after: pageParam } : {}) } },
    })),
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

/** What begins with the words of a search; there is one page of it. */
export function foundOf(boxId: string, text: string) {
  return queryOptions({
    queryKey: [...ofBox(boxId), "found", text],
    queryFn: () => answered(api.GET("/api/v1/exchange/boxes/{box_id}/search", { params: { path: { box_id: boxId }, query: { text } } })),
    enabled: text !== "",
  });
}

function asked(side: "sender" | "recipient", filters: Filters) {
  const { turn, unread, outcome, kinds, number, from, to, counteragent } = filters;
  const other = side === "sender" ? "recipient" : "sender";
  return {
    side,
    ...(turn === "mine" ? { turn: side } : {}),
    ...(turn === "theirs" ? { turn: other } : {}),
    ...(unread && side === "recipient" ? { unread } : {}),
    ...(outcome ? { outcome } : {}),
    ...(kinds ? { kinds } : {}),
    ...(number ? { number } : {}),
    ...(from ? { dated_from: from } : {}),
    ...(to ? { dated_to: to } : {}),
    ...(counteragent ? { counteragent_box_id: counteragent } : {}),
  };
}

/** One document. */
export function documentOf(boxId: string, documentId: string) {
  return queryOptions({
    queryKey: [...ofBox(boxId), "document", documentId],
    queryFn: () => answered(api.GET("/api/v1/exchange/boxes/{box_id}/documents/{document_id}", {
      params: { path: { box_id: boxId, document_id: documentId } },
    })),
  });
}

/** Its signatures verified again, now. */
export function verificationOf(boxId: string, documentId: string) {
  return queryOptions({
    queryKey: [...ofBox(boxId), "verification", documentId],
    queryFn: () => answered(api.GET("/api/v1/exchange/boxes/{box_id}/documents/{document_id}/verification", {
      params: { path: { box_id: boxId, document_id: documentId } },
    })),
  });
}

/** The bytes of an entity: they never change. */
export function contentOf(boxId: string, messageId: string, entityId: string) {
  return queryOptions({
    queryKey: ["content", boxId, messageId, entityId],
    queryFn: ({ signal }) => bytesAt(contentPath(boxId, messageId, entityId), signal),
    staleTime: Infinity,
  });
}

/** Every counteragent, page after page. */
export function counteragentsOf(boxId: string) {
  return queryOptions({
    queryKey: [...ofBox(boxId), "counteragents"],
    queryFn: async () => {
      const all: Counteragent[] = [];
      let after: string | undefined;
      do {
        const query = { limit: COUNTERAGENTS_PAGE, ...(after ? { after } : {}) };
        const page = await answered(api.GET("/api/v1/exchange/boxes/{box_id}/counteragents", {
          params: { path: { box_id: boxId }, query },
        }));
        all.push(...page.items);
        after = page.next ?? undefined;
      } while (after !== undefined);
      return all;
    },
  });
}

/** Cards of boxes of an ИНН: who may be invited. */
export function cardsOf(inn: string) {
  return queryOptions({
    queryKey: ["cards", inn],
    queryFn: async () => (await answered(api.GET("/api/v1/account/cards", { params: { query: { inn } } }))).items,
    staleTime: 60_000,
  });
}

/** How much waits for this box, up to a page: the count beside the place in the menu. */
export function waitingOf(boxId: string, side: "sender" | "recipient") {
  return queryOptions({
    queryKey: [...ofBox(boxId), "waiting", side],
    queryFn: async () => {
      const query = { side, turn: side, limit: 100 };
      const page = await answered(api.GET("/api/v1/exchange/boxes/{box_id}/documents", { params: { path: { box_id: boxId }, query } }));
      return page.items.length;
    },
  });
}
