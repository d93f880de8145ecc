/** Who belongs to no organization yet registers one, or asks one to let them in. */
import { lazy, Suspense, useState } from "react";
import { Button, errorWords, Notice, Skeleton } from "../parts";
import { say } from "../words";
import { signOut } from "./signOut";

const FoundOrganization = lazy(async () => ({ default: (await import("../rooms/account/FoundOrganization")).FoundOrganization }));
const Join = lazy(async () => ({ default: (await import("../rooms/account/people/Join")).Join }));

export function NoBox() {
  const [way, setWay] = useState<"found" | "join">("found");
  const [problem, setProblem] = useState<unknown>();
  return (
    <main className="sv-main">
      <Notice tone="wait">{say("client-no-box-text")}</Notice>
      <div className="sv-tabs" role="group" aria-label={say("client-no-box-ways")}>
        {(["found", "join"] as const).map((one) => (
          <button key={one} type="button" className={`sv-tab ${one === way ? "sv-tab_here" : ""}`} aria-pressed={one === way} onClick={() => setWay(one)}>
            {say(`client-no-box-${one}`)}
          </button>
        ))}
      </div>
      {problem !== undefined && <Notice tone="stop">{say("client-sign-out-failed", { why: errorWords(problem).title })}</Notice>}
      <Suspense fallback={<Skeleton />}>{way === "found" ? <FoundOrganization /> : <Join />}</Suspense>
      <div className="sv-more"><Button view="flat" size="l" onClick={() => void signOut().catch(setProblem)}>{say("client-sign-out")}</Button></div>
    </main>
  );
}
