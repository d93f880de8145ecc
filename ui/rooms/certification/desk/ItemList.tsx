/** Fields and scans one under another, each with its verdict. Keys: `j`, `k` go, `a` accepts, `d` refuses. */
import { useEffect, useRef, useState } from "react";
import { Button, bytesSize, errorWords, Notice, useKeys } from "../../../parts";
import { say } from "../../../words";
import { Verdict } from "../application/ApplicationFacts";
import { inOrder, type Item } from "../application/queries";
import { itemName, shownValue } from "../application/words";
import { neighbour, nextUnseen } from "./items";
import { judge, useDeskWrite, type ItemName, type Judged, type Seen } from "./queries";
import { RefuseDialog } from "./RefuseDialog";

export function ItemList({ seen, at, onLook }: { seen: Seen; at: ItemName | undefined; onLook: (item: ItemName) => void }) {
  const { application_id: applicationId } = seen.application;
  const items = inOrder(seen.application.items);
  const [refused, setRefused] = useState<ItemName | undefined>();
  const judging = useDeskWrite((judged: Judged) => judge(applicationId, judged));
  // Whoever can lay the application back holds it, and so can judge.
  const canJudge = seen.acts.includes("release");
  const accept = (item: ItemName) => {
    if (canJudge && !judging.isPending) judging.mutate({ item }, { onSuccess: () => onLook(nextUnseen(items, item)) });
  };
  const go = (step: number) => {
    const next = neighbour(items, at, step);
    if (next) onLook(next);
  };
  useKeys({
    j: () => go(1), k: () => go(-1),
    a: () => { if (at) accept(at); },
    d: () => { if (at && canJudge) setRefused(at); },
  });
  return (
    <section className="sv-card sv-items" aria-labelledby="items">
      <h2 id="items">{say("client-desk-items")}</h2>
      {canJudge && (
        <p className="sv-dim sv-items__keys">
          <kbd>j</kbd> <kbd>k</kbd> {say("client-desk-key-go")} <kbd>a</kbd> {say("client-desk-key-accept")} <kbd>d</kbd> {say("client-desk-key-refuse")}
        </p>
      )}
      {judging.error && <Notice tone="stop">{errorWords(judging.error).title}</Notice>}
      <ul className="sv-plain">
        {items.map((item) => (
          <Line
            key={item.item} item={item} isAt={item.item === at} isBusy={judging.isPending && judging.variables.item === item.item}
            canJudge={canJudge && !judging.isPending} onLook={() => onLook(item.item)}
            onAccept={() => accept(item.item)} onRefuse={() => { onLook(item.item); setRefused(item.item); }}
          />
        ))}
      </ul>
      {refused && (
        <RefuseDialog
          item={refused}
          refuse={(judged) => judging.mutateAsync(judged)}
          onClose={() => setRefused(undefined)}
          onDone={() => { setRefused(undefined); onLook(nextUnseen(items, refused)); }}
        />
      )}
    </section>
  );
}

interface LineProps {
  item: Item;
  isAt: boolean;
  isBusy: boolean;
  canJudge: boolean;
  onLook: () => void;
  onAccept: () => void;
  onRefuse: () => void;
}

function Line({ item, isAt, isBusy, canJudge, onLook, onAccept, onRefuse }: LineProps) {
  const line = useRef<HTMLLIElement>(null);
  const name = itemName(item.item);
  useEffect(() => {
    if (isAt) line.current?.scrollIntoView({ block: "nearest" });
  }, [isAt]);
  return (
    <li ref={line} className={`sv-item ${isAt ? "sv-item_at" : ""}`} aria-current={isAt || undefined} data-item={item.item} data-state={item.state}>
      <button type="button" className="sv-item__look" onClick={onLook}>
        <span className="sv-item__name">{name}</span>
        <span className="sv-item__value">{shown(item)}</span>
      </button>
      <div className="sv-item__verdict"><Verdict item={item} /></div>
      {(canJudge || isBusy) && (
        <div className="sv-acts">
          <Button view={item.state === "unseen" ? "outlined-action" : "flat"} size="m" loading={isBusy} disabled={!canJudge} aria-label={say("client-desk-accept-named", { name })} onClick={onAccept}>
            {say("client-desk-accept")}
          </Button>
          <Button view="flat" size="m" disabled={!canJudge} aria-label={say("client-desk-refuse-named", { name })} onClick={onRefuse}>{say("client-desk-refuse")}</Button>
        </div>
      )}
    </li>
  );
}

function shown(item: Item): string {
  if (!item.is_scan) return item.value ? shownValue(item.item, item.value) : say("client-desk-value-none");
  if (item.size_bytes) return bytesSize(item.size_bytes);
  return say(item.item === "statement_scan" && item.state === "accepted" ? "client-desk-signed-by-key" : "client-desk-scan-none");
}
