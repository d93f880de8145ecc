/** A card with a short list that comes on one page: each line tells what it is, and what can be done with it. */
import type { UseQueryResult } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { Button, ErrorState, Skeleton } from "../../../parts";
import { AskDialog } from "../AskDialog";
import { SECURITY } from "./queries";
import { SecurityCard } from "./SecurityCard";

interface Props<T> {
  title: string;
  about: string;
  act?: ReactNode;
  asked: UseQueryResult<{ items: T[] }>;
  idOf: (one: T) => string;
  nameOf: (one: T) => string;
  /** Below the name. */
  factsOf: (one: T) => string;
  /** Beside the button that takes one away. */
  actsOf?: (one: T) => ReactNode;
  /** Said where there is none. */
  empty: string;
  /** How one is taken away. */
  removal: { verb: string; title: (name: string) => string; text: string; done: string; act: (one: T) => Promise<unknown> };
}

export function ListCard<T>({ asked, idOf, nameOf, factsOf, actsOf, empty, removal, ...card }: Props<T>) {
  const [removed, setRemoved] = useState<T | undefined>();
  return (
    <SecurityCard {...card}>
      {asked.isPending && <Skeleton rows={2} />}
      {asked.error && !asked.data && <ErrorState error={asked.error} retry={() => void asked.refetch()} />}
      {asked.data?.items.length === 0 && <p>{empty}</p>}
      {asked.data && asked.data.items.length > 0 && (
        <ul className="sv-secure" aria-label={card.title}>
          {asked.data.items.map((one) => (
            <li key={idOf(one)}>
              <div className="sv-secure__what"><span className="sv-called">{nameOf(one)}</span><div className="sv-dim">{factsOf(one)}</div></div>
              <div className="sv-acts">
                {actsOf?.(one)}
                <Button view="outlined" size="m" onClick={() => setRemoved(one)}>{removal.verb}</Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      {removed && (
        <AskDialog
          title={removal.title(nameOf(removed))} verb={removal.verb} done={removal.done} stale={SECURITY} isDanger width="s"
          act={() => removal.act(removed)} onClose={() => setRemoved(undefined)}
        >
          <p>{removal.text}</p>
        </AskDialog>
      )}
    </SecurityCard>
  );
}
