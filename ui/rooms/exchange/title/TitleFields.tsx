/** The title as fields: parties, the table, totals; of another file its name and size. */
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { bytesSize, count, ErrorState, readKopecks, Skeleton, sum } from "../../../parts";
import { say } from "../../../words";
import { contentOf, type DocumentFacts } from "../queries";
import { readTitle, ROWS_SHOWN_MAX, type Title, type TitleParty } from "./read";

/** What is larger is not drawn. */
const BYTES_SHOWN_MAX = 5 * 1024 * 1024;

export function TitleFields({ boxId, document }: { boxId: string; document: DocumentFacts }) {
  const entity = document.entities.find((one) => one.id === document.document_id);
  const isTitle = document.kind !== "nonformalized" && (entity?.size_bytes ?? 0) <= BYTES_SHOWN_MAX;
  const asked = useQuery({ ...contentOf(boxId, document.message_id, document.document_id), enabled: isTitle });
  const title = useMemo(() => (asked.data ? readTitle(asked.data) : undefined), [asked.data]);
  return (
    <section className="sv-card" aria-labelledby="contents">
      <h2 id="contents">{say("client-contents")}</h2>
      {!isTitle && (
        <p>{entity?.file_name} <span className="sv-dim">{entity?.size_bytes ? bytesSize(entity.size_bytes) : ""}</span></p>
      )}
      {isTitle && asked.isPending && <Skeleton rows={4} />}
      {asked.error && !asked.data && <ErrorState error={asked.error} retry={() => void asked.refetch()} />}
      {asked.data && (title ? <Fields title={title} /> : <p>{say("client-title-unreadable")}</p>)}
    </section>
  );
}

function Fields({ title }: { title: Title }) {
  return (
    <>
      <dl className="sv-facts">
        <Party name={say("client-seller")} party={title.seller} />
        <Party name={say("client-buyer")} party={title.buyer} />
        {title.content && <div><dt>{say("client-operation")}</dt><dd>{title.content}</dd></div>}
        <div><dt>{say("client-title-signer")}</dt><dd>{title.signers.join("; ")}</dd></div>
      </dl>
      <div className="sv-scroll" tabIndex={0} role="region" aria-label={say("client-goods")}>
        <table className="sv-goods">
          <thead>
            <tr>
              <th scope="col">№</th>
              <th scope="col">{say("client-goods-name")}</th>
              <th scope="col" className="sv-table__number">{say("client-goods-quantity")}</th>
              <th scope="col" className="sv-table__number">{say("client-goods-price")}</th>
              <th scope="col" className="sv-table__number">{say("client-goods-without-tax")}</th>
              <th scope="col">{say("client-goods-rate")}</th>
              <th scope="col" className="sv-table__number">{say("client-goods-tax")}</th>
              <th scope="col" className="sv-table__number">{say("client-goods-total")}</th>
            </tr>
          </thead>
          <tbody>
            {title.rows.slice(0, ROWS_SHOWN_MAX).map((row) => (
              <tr key={row.number}>
                <td>{row.number}</td>
                <td>{row.name}</td>
                <td className="sv-table__number">{decimal(row.quantity)} {row.unit}</td>
                <td className="sv-table__number">{decimal(row.price)}</td>
                <td className="sv-table__number">{sumOf(row.withoutTax)}</td>
                <td>{row.rate}</td>
                <td className="sv-table__number">{sumOf(row.tax)}</td>
                <td className="sv-table__number">{sumOf(row.total)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={4}>{say("client-goods-all")}</th>
              <td className="sv-table__number">{sumOf(title.withoutTax)}</td>
              <td />
              <td className="sv-table__number">{sumOf(title.tax)}</td>
              <td className="sv-table__number">{sumOf(title.total)}</td>
            </tr>
          </tfoot>
        </table>
      </div>
      {title.rows.length > ROWS_SHOWN_MAX && <p className="sv-dim">{say("client-goods-more", { count: count(title.rows.length - ROWS_SHOWN_MAX) })}</p>}
    </>
  );
}

function Party({ name, party }: { name: string; party: TitleParty }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {party.name}{" "}
        <span className="sv-dim">
          {say("client-inn", { inn: party.inn })}{party.kpp && ` · ${say("client-kpp", { kpp: party.kpp })}`}
          {party.address && <><br />{party.address}</>}
        </span>
      </dd>
    </div>
  );
}

/** Sums as people write them; what is no sum («без НДС») stays. */
function sumOf(text: string): string {
  const kopecks = readKopecks(text);
  return kopecks === undefined ? text : sum(kopecks);
}

/** Quantities and prices keep all their digits. */
function decimal(text: string): string {
  return text.replace(".", ",");
}
