/** A document's life, oldest first: who did what and when. */
import { moment } from "../../parts";
import { say } from "../../words";
import type { Names } from "./names";
import type { DocumentFacts, Entity } from "./queries";
import { saidBy } from "./words";

/** Entities that are steps: an author's signature is told with the file it was posted with. */
export function steps(entities: readonly Entity[]): Entity[] {
  return entities.filter((entity) => {
    if (entity.kind !== "signature") return true;
    return entities.find((other) => other.id === entity.parent_id)?.author !== entity.author;
  });
}

/** The signature that came with a file, or the entity itself where it is one. */
export function signatureOf(entity: Entity, entities: readonly Entity[]): Entity | undefined {
  if (entity.kind === "signature") return entity;
  return entities.find((other) => other.kind === "signature" && other.parent_id === entity.id && other.author === entity.author);
}

export function Timeline({ document, names }: { document: DocumentFacts; names: Names }) {
  const { entities } = document;
  const own = ["title", "nonformalized_document", "notice"];
  return (
    <section className="sv-card" aria-labelledby="life">
      <h2 id="life">{say("client-life")}</h2>
      <ol className="sv-life">
        {steps(entities).map((entity) => {
          const parent = entities.find((other) => other.id === entity.parent_id);
          const facts = entity.author === "operator" ? undefined : signatureOf(entity, entities)?.signature;
          const words = saidBy(entity);
          return (
            <li key={entity.id} className={entity.author === "operator" ? "sv-life__operator" : undefined}>
              <time dateTime={entity.at}>{moment(entity.at)}</time>
              <p>
                <strong>{names(entity.author)}</strong> — {say(`client-step-${entity.kind}`)}
                {parent && !own.includes(entity.kind) && <span className="sv-dim">: {say(`client-file-${parent.kind}`)}</span>}
              </p>
              {facts && <p className="sv-dim">{say("client-signed-by", { who: [facts.person ?? facts.subject, facts.title].filter(Boolean).join(", ") })}</p>}
              {words && <p><q>{words}</q></p>}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
