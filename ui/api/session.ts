/** Who is signed in, their organizations and boxes. Start with {@link useSession}. */
import { useQuery } from "@tanstack/react-query";
import { createContext, useContext } from "react";
import { answered, api, type Shapes } from "./client";

/** Organizations asked for at once, and the most this client switches between. */
const ORGANIZATIONS_MAX = 100;

/** An organization with its box. */
export interface Own {
  organization: Shapes["OrganizationView"];
  boxId: string;
  participantId: string;
}

/** Everything the frame needs of the person. */
export interface Session {
  user: Shapes["UserView"];
  owned: readonly Own[];
}

async function boxesOf(organization: Shapes["OrganizationView"]): Promise<Own[]> {
  const path = { organization_id: organization.organization_id };
  const page = await answered(api.GET("/api/v1/account/organizations/{organization_id}/boxes", { params: { path } }));
  return page.items.map((box) => ({ organization, boxId: box.box_id, participantId: box.participant_id }));
}

/** Asks who is there. */
export async function loadSession(): Promise<Session> {
  const query = { limit: ORGANIZATIONS_MAX };
  const [user, organizations] = await Promise.all([
    answered(api.GET("/api/v1/account/me")),
    answered(api.GET("/api/v1/account/organizations", { params: { query } })),
  ]);
  const owned = await Promise.all(organizations.items.map(boxesOf));
  return { user, owned: owned.flat() };
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
