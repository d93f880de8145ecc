/** Leaving: the sign-in ends, and nothing of it stays on the device. */
import { answered, api } from "../api/client";
import { Refused } from "../api/refusal";
import { forget, forgetRead } from "../offline/store";
import { doAllNow } from "../parts/putOff";

/** Whether the place is for who is not signed in too. */
export function isOpenPlace(): boolean {
  return location.pathname === "/diagnostics";
}

/** Where who is not signed in goes, and comes back from. */
export function toSignIn(): void {
  if (isOpenPlace()) return;
  const back = location.pathname + location.search;
  const go = () => location.assign(`/sign-in?back=${encodeURIComponent(back)}`);
  void forgetRead().then(go, go);
}

/** Ends the sign-in, then wipes what was kept on the device. Throws where the server did not hear of it. */
export async function signOut(): Promise<void> {
  await doAllNow();
  try {
    await answered(api.DELETE("/api/v1/account/sign-ins/current"));
  } catch (error) {
    if (!(error instanceof Refused && error.problem.status === 401)) throw error;
  }
  await forget();
  location.assign("/");
}
