/** News of the box and of the person: what is shown of them is asked for again. */
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { ofBox } from "../rooms/exchange/queries";
import { isSigning } from "../rooms/signing/working";
import { BELL, PEOPLE, TASKS } from "./bell";
import { listen } from "./live";

/** Several events of one act come together and are one piece of news. */
const GATHERED_MS = 250;

/** While documents are signed each is news; what is shown is asked for again when they all are, and looked whether they are this often. */
const SIGNED_LOOK_MS = 1_000;

/** Listens to the feed of the box. */
export function useNews(boxId: string): void {
  const client = useQueryClient();
  useEffect(() => {
    let gathering: ReturnType<typeof setTimeout> | undefined;
    const ask = () => {
      gathering = isSigning() ? setTimeout(ask, SIGNED_LOOK_MS) : undefined;
      if (gathering) return;
      void client.invalidateQueries({ queryKey: ofBox(boxId) });
      void client.invalidateQueries({ queryKey: ["meter"] });
    };
    const tell = () => { gathering ??= setTimeout(ask, GATHERED_MS); };
    const end = listen({ address: `/api/v1/exchange/boxes/${boxId}/events/live`, name: "feed", onNews: tell, onMissed: tell });
    return () => {
      end();
      clearTimeout(gathering);
    };
  }, [boxId, client]);
}

/** Listens to the person's bell; it rings for what changes in tasks, requests and delegations too. */
export function useBell(): void {
  const client = useQueryClient();
  useEffect(() => {
    const tell = () => {
      for (const queryKey of [BELL, PEOPLE, TASKS]) void client.invalidateQueries({ queryKey });
    };
    return listen({ address: "/api/v1/account/notices/live", name: "bell", onNews: tell, onMissed: tell });
  }, [client]);
}
