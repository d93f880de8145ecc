/** A card of the screen: its name, what it is for, one act at the right. */
import { useId, type ReactNode } from "react";

interface Props {
  title: string;
  about: string;
  act?: ReactNode;
  children: ReactNode;
}

export function SecurityCard({ title, about, act, children }: Props) {
  const id = useId();
  return (
    <section className="sv-card" aria-labelledby={id}>
      <div className="sv-secure__head"><h2 id={id}>{title}</h2>{act}</div>
      <p className="sv-dim">{about}</p>
      {children}
    </section>
  );
}
