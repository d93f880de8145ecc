/** Rows of one name as a table: only those in sight are drawn, so a thousand are as quick as ten. Keys go from cell to cell. */
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from "react";
import { Button, Gap, IconButton, PICTURES, SideSheet, useRowsInSight } from "../../parts";
import { say } from "../../words";
import { useForm } from "./context";
import { optionsOf } from "./FieldView";
import { atCell } from "./findingWords";
import { columns, numbered, type Column, type Field, type Section } from "./schema";
import { Heading, Inside } from "./SectionView";
import { plainNumber } from "./values";

/** Rows in sight at once. */
const SEEN_MAX = 12;

export function Rows({ section, at, level }: { section: Section; at: string; level: number }) {
  const form = useForm();
  const count = form.values.count(at);
  const [opened, setOpened] = useState(0);
  const cells = useMemo(() => columns(section), [section]);
  const box = useRef<HTMLDivElement>(null);
  const { first, last, scroll, show } = useRowsInSight(box, count, SEEN_MAX);
  useEffect(() => form.onReveal((path) => {
    const number = numberIn(path, at);
    if (number > 0) show(number);
  }), [form, at, show]);
  const error = atCell(form.findingsAt(at));
  const isFull = section.rows_max !== undefined && count >= section.rows_max;
  const add = () => {
    form.add(section, numbered(at, count + 1));
    show(count + 1);
  };
  return (
    <section className={`sv-blank__part sv-blank__part_${Math.min(level, 3)}`} data-path={at} tabIndex={-1}>
      <div className="sv-blank__head">
        <Heading level={level}>{section.title}</Heading>
        <span className="sv-dim">{say("client-forms-rows", { count })}</span>
      </div>
      {error && <div className="sv-field__error">{error}</div>}
      {count > 0 && (
        <div ref={box} className={`sv-rows ${count > SEEN_MAX ? "sv-rows_long" : ""}`} onScroll={scroll} tabIndex={0} role="group" aria-label={section.title} onKeyDown={(event) => onKey(event, count, show)}>
          <table className="sv-rows__table" aria-rowcount={count + 1}>
            <thead>
              <tr>
                <th scope="col" className="sv-rows__number">№</th>
                {cells.map(({ field, way }) => <th key={way} scope="col" title={field.title}><span className="sv-rows__name">{field.title}</span></th>)}
                <th scope="col"><span className="sv-hidden">{say("client-column-acts")}</span></th>
              </tr>
            </thead>
            <tbody>
              <Gap rows={first - 1} columns={cells.length + 2} />
              {Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index).map((number) => (
                <tr key={number} data-path={numbered(at, number)} aria-rowindex={number + 1}>
                  <th scope="row" className="sv-rows__number">{number}</th>
                  {cells.map((cell, column) => <Cell key={cell.way} cell={cell} path={numbered(at, number) + cell.way} place={`${number}:${column}`} number={number} />)}
                  <td className="sv-rows__acts">
                    <Button view="flat" size="m" onClick={() => setOpened(number)} aria-label={say("client-forms-row-open-number", { number })}>{say("client-forms-row-open")}</Button>
                    <IconButton name={say("client-forms-row-drop", { number })} icon={PICTURES.drop} onClick={() => form.remove(numbered(at, number))} />
                  </td>
                </tr>
              ))}
              <Gap rows={count - last} columns={cells.length + 2} />
            </tbody>
          </table>
        </div>
      )}
      {!isFull && <Button view="outlined" size="m" onClick={add}>{say("client-forms-row-add")}</Button>}
      {opened > 0 && opened <= count && (
        <SideSheet title={say("client-forms-row", { number: opened })} onClose={() => setOpened(0)}>
          <div className="sv-blank"><Inside section={section} at={numbered(at, opened)} level={3} /></div>
        </SideSheet>
      )}
    </section>
  );
}

/** The number of the row of these a path leads through. */
function numberIn(path: string, rows: string): number {
  if (!path.startsWith(rows)) return 0;
  const rest = path.slice(rows.length);
  if (rest === "" || rest.startsWith("/")) return rest === "" ? 0 : 1;
  return Number.parseInt(/^\[(\d+)\]/.exec(rest)?.[1] ?? "0", 10);
}

/** Up and down keep the column; Enter goes down as well. */
function onKey(event: KeyboardEvent<HTMLDivElement>, count: number, show: (number: number) => void): void {
  const place = (event.target as HTMLElement).dataset["place"];
  const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" || event.key === "Enter" ? 1 : 0;
  if (!place || step === 0 || (event.target instanceof HTMLSelectElement && event.key !== "Enter")) return;
  const [row = "0", column = "0"] = place.split(":");
  const next = Number.parseInt(row, 10) + step;
  if (next < 1 || next > count) return;
  event.preventDefault();
  const box = event.currentTarget;
  show(next);
  const focus = () => box.querySelector<HTMLElement>(`[data-place="${next}:${column}"]`)?.focus();
  requestAnimationFrame(() => requestAnimationFrame(focus));
}

function Cell({ cell: { field }, path, place, number }: { cell: Column; path: string; place: string; number: number }) {
  const form = useForm();
  const value = form.values.at(path);
  const error = atCell(form.findingsAt(path));
  const isNumber = ["money", "number", "whole"].includes(field.widget);
  const common = {
    value, "data-place": place, "data-path": path, title: error ?? titleOf(field, value), "aria-label": `${field.title}, ${number}`,
    "aria-invalid": error ? (true as const) : undefined, onBlur: () => form.touch(path),
  };
  const isWritten = form.computedAt(path)?.is_overwritten;
  return (
    <td className={isWritten ? "sv-rows__written" : undefined}>
      {field.values?.length ? (
        <select {...common} className="sv-select" onChange={(event) => form.set(path, event.target.value)}>
          {optionsOf(field).map(({ value: one, text }) => <option key={one} value={one}>{text}</option>)}
        </select>
      ) : (
        <input
          {...common}
          className={`sv-input ${isNumber ? "sv-input_number" : ""}`}
          inputMode={isNumber ? "decimal" : "text"}
          onChange={(event) => form.set(path, isNumber ? plainNumber(event.target.value) : event.target.value)}
        />
      )}
    </td>
  );
}

const titleOf = (field: Field, value: string): string | undefined => field.values?.find((one) => one.value === value)?.title || undefined;
