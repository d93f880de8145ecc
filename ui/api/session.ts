/** Who is signed in, their organizations and boxes. Start with {@link useSession}. */
import { useQuery } from "@tanstack/react-query";
import { createContext, useContext } from "react";
import { answered, api, keepCsrf, type Shapes } from "./client";

/** Organizations asked for at once, and the most this client switches between. */
const ORGANIZATIONS_MAX = 100;

/** An organization with its box. */
export interface Own {
  organization: Shapes["OrganizationView"];
  /** `read`, `send`, `sign`, `administer`. */
  permissions: readonly string[];
  boxId: string;
  participantId: string;
}

/** Everything the frame needs of the person. */
export interface Session {
  user: Shapes["UserView"];
  owned: readonly Own[];
  /** The installation's own outbox is theirs to read. */
  administersInstallation: boolean;
}

/** Asks who is there; the token of writes comes with the answer. */
export async function loadSession(): Promise<Session> {
  const query = { limit: ORGANIZATIONS_MAX };
  const view = await answered(api.GET("/api/v1/account/session", { params: { query } }));
  keepCsrf(view.csrf_token ?? undefined);
  const owned = view.organizations.items.flatMap(({ organization, permissions, boxes }) =>
    boxes.map((box) => ({ organization, permissions, boxId: box.box_id, participantId: box.participant_id })),
  );
  return { user: view.user, owned, administersInstallation: view.administers_installation };
}

/** The person as the server knows them; kept for a visit without a network. */
export function useLoadedSession() {
  return useQuery({ queryKey: ["session"], queryFn: loadSession, staleTime: 5 * 60_000 });
}

/** The session with the box that is looked at. */
export interface Present extends Session {
  own: Own;
}

export const PresentSession = createContext<Present | undefined>(undefined);

/** Of a screen inside the frame. */
export function useSession(): Present {
  const present = useContext(PresentSession);
  if (!present) throw new Error("a screen outside the frame");
  return present;
}

const BOX_KEPT_AT = "svitok.box";

/** The box looked at last on this device. */
export function keptBox(): string | undefined {
  return localStorage.getItem(BOX_KEPT_AT) ?? undefined;
}

/** Remembers the box. */
export function keepBox(boxId: string): void {
  localStorage.setItem(BOX_KEPT_AT, boxId);
}
