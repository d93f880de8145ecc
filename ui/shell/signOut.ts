/** Leaving: the sign-in ends, and nothing of it stays on the device. */
import { api } from "../api/client";
import { forget } from "../offline/store";

/** Where who is not signed in goes, and comes back from. */
export function toSignIn(): void {
  const back = location.pathname + location.search;
  location.assign(`/sign-in?back=${encodeURIComponent(back)}`);
}

/** Ends the sign-in and wipes what was kept for reading without a network. */
export async function signOut(): Promise<void> {
  await forget();
  await api.DELETE("/api/v1/account/sign-ins/current").catch(() => undefined);
  location.assign("/");
}
