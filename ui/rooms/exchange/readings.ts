/** What the person has opened of the documents that came: asked for, marked when a document is opened, and marked anew. */
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { answered, api } from "../../api/client";
import { told } from "../../parts";
import { say } from "../../words";
import { ofBox, type DocumentFacts } from "./queries";

/** Documents that one request marks. */
const MARKED_AT_ONCE_MAX = 100;

/** How many incoming documents the person has not opened, up to a thousand. */
export function unreadOf(boxId: string) {
  return queryOptions({
    queryKey: [...ofBox(boxId), "unread"],
    queryFn: () => answered(api.GET("/api/v1/exchange/boxes/{box_id}/readings/unread", { params: { path: { box_id: boxId } } })),
  });
}

interface Marks {
  documentIds: readonly string[];
  isUnread: boolean;
}

/** Marks documents; without a network it is done when there is one again. What was not marked stays as the list shows it. */
export function useMarks(boxId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ documentIds, isUnread }: Marks) => {
      for (let at = 0; at < documentIds.length; at += MARKED_AT_ONCE_MAX) {
        await answered(api.POST("/api/v1/exchange/boxes/{box_id}/readings", {
          params: { path: { box_id: boxId } },
          body: { document_ids: documentIds.slice(at, at + MARKED_AT_ONCE_MAX), is_unread: isUnread },
        }));
      }
    },
    onSettled: () => Promise.all(["documents", "unread"].map((key) => client.invalidateQueries({ queryKey: [...ofBox(boxId), key] }))),
  });
}

/** Marks documents and says so, with the way back. */
export function useToldMarks(boxId: string) {
  const { mutate, mutateAsync, isPending } = useMarks(boxId);
  return {
    isPending,
    mark: (marks: Marks, onDone?: () => void) => mutate(marks, {
      onSuccess: () => {
        const words = say(marks.isUnread ? "client-done-unread" : "client-done-read", { count: marks.documentIds.length });
        told(words, () => mutateAsync({ ...marks, isUnread: !marks.isUnread }));
        onDone?.();
      },
    }),
  };
}

/** Marks the document as read when it is shown, once: who calls it unread again while it is shown is right. */
export function useReadOnOpening(boxId: string, { document_id: documentId, side }: DocumentFacts): void {
  const { mutate } = useMarks(boxId);
  const opened = useRef<string>(undefined);
  useEffect(() => {
    if (side !== "recipient" || opened.current === documentId) return;
    opened.current = documentId;
    mutate({ documentIds: [documentId], isUnread: false });
  }, [documentId, side, mutate]);
}
