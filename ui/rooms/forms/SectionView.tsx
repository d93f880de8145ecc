/** An element of the document: its fields, its choices, the sections in it. Sections a document may do without are added by hand. */
import { useState } from "react";
import { Button, SelectField } from "../../parts";
import { say } from "../../words";
import { useForm } from "./context";
import { FieldView } from "./FieldView";
import { atCell } from "./findingWords";
import { Rows } from "./Rows";
import { choices, isSection, isTable, numbered, within, type Field, type Part, type Section } from "./schema";

/** The deepest heading there is. */
const HEADING_MAX = 6;

/** What is inside an element that is there. */
export function Inside({ section, at, level }: { section: Section; at: string; level: number }) {
  const fields = section.fields.filter((field) => !field.choice && !(field.only !== undefined && field.is_obligatory));
  const sections = section.sections.filter((part) => !part.choice);
  return (
    <>
      <Fields fields={fields} section={section} at={at} />
      {choices(section).map((alternatives, group) => (
        <ChoiceView key={group} alternatives={alternatives} section={section} at={at} level={level} />
      ))}
      {sections.map((part) => <PartView key={part.path} part={part} at={within(at, section, part)} level={level} />)}
    </>
  );
}

function Fields({ fields, section, at }: { fields: readonly Field[]; section: Section; at: string }) {
  if (fields.length === 0) return null;
  return (
    <div className="sv-blank__fields">
      {fields.map((field) => {
        const path = within(at, section, field);
        return field.is_row ? <ManyValues key={path} field={field} path={path} /> : <FieldView key={path} field={field} path={path} />;
      })}
    </div>
  );
}

/** A value that may stand several times one after another. */
function ManyValues({ field, path }: { field: Field; path: string }) {
  const form = useForm();
  const count = Math.max(1, form.values.count(path));
  return (
    <div className="sv-blank__many">
      {Array.from({ length: count }, (_, index) => <FieldView key={index} field={field} path={numbered(path, index + 1)} />)}
      <Button view="flat" size="m" onClick={() => form.change([{ act: "insert", path: numbered(path, count + 1) }])}>{say("client-forms-one-more")}</Button>
    </div>
  );
}

function PartView({ part, at, level }: { part: Section; at: string; level: number }) {
  const form = useForm();
  if (part.is_nested_again) return null;
  if (part.is_row) return isTable(part) ? <Rows section={part} at={at} level={level} /> : <Several part={part} at={at} level={level} />;
  return <One part={part} at={at} level={level} title={part.title} isThere={part.is_obligatory || form.values.has(at)} isKept={part.is_obligatory} />;
}

/** One element: its heading, what is wrong with the whole of it, what is inside where it is there. */
function One({ part, at, level, title, isThere, isKept }: {
  part: Section; at: string; level: number; title: string; isThere: boolean; isKept: boolean;
}) {
  const form = useForm();
  const error = atCell(form.findingsAt(at));
  return (
    <section className={`sv-blank__part sv-blank__part_${Math.min(level, 3)}`} data-path={at} tabIndex={-1}>
      <div className="sv-blank__head">
        <Heading level={level}>{title}</Heading>
        {!isKept && (isThere
          ? <Button view="flat" size="m" onClick={() => form.remove(at)}>{say("client-forms-part-drop")}</Button>
          : <Button view="outlined" size="m" onClick={() => form.add(part, at)}>{say("client-forms-part-add")}</Button>)}
      </div>
      {error && <div className="sv-field__error">{error}</div>}
      {isThere && <Inside section={part} at={at} level={level + 1} />}
    </section>
  );
}

/** Elements of one name that are no lines of a table, one under another. */
function Several({ part, at, level }: { part: Section; at: string; level: number }) {
  const form = useForm();
  const count = form.values.count(at);
  const isFull = part.rows_max !== undefined && count >= part.rows_max;
  return (
    <>
      {Array.from({ length: Math.max(1, count) }, (_, index) => index + 1).map((number) => (
        <One
          key={number}
          part={part}
          at={numbered(at, number)}
          level={level}
          title={count > 1 ? `${part.title} № ${number}` : part.title}
          isThere={number <= count || part.is_obligatory}
          isKept={part.is_obligatory && count <= 1}
        />
      ))}
      {count > 0 && !isFull && <Button view="flat" size="m" onClick={() => form.add(part, numbered(at, count + 1))}>{say("client-forms-one-more")}</Button>}
    </>
  );
}

export function Heading({ level, children }: { level: number; children: string }) {
  const Tag = `h${Math.min(level, HEADING_MAX)}` as "h2";
  return <Tag className="sv-blank__title">{children}</Tag>;
}

/** One of several: what was chosen before is taken away with what was filled in there. */
function ChoiceView({ alternatives, section, at, level }: { alternatives: Part[][]; section: Section; at: string; level: number }) {
  const form = useForm();
  const present = alternatives.findIndex((parts) => parts.some((part) => form.values.has(within(at, section, part))));
  const [picked, setPicked] = useState(-1);
  const chosen = present >= 0 ? present : picked;
  const titles = alternatives.map((parts) => parts.map((part) => part.title).join(", "));
  const choose = (next: number) => {
    const former = (alternatives[chosen] ?? []).map((part) => within(at, section, part)).filter((path) => form.values.has(path));
    if (former.length > 0) form.change(former.map((path) => ({ act: "remove", path })));
    setPicked(next);
    for (const part of alternatives[next] ?? []) {
      const path = within(at, section, part);
      if (!isSection(part) && part.only !== undefined) form.set(path, part.only);
      if (isSection(part) && !part.is_row && alternatives[next]?.length === 1) form.add(part, path);
    }
  };
  const parts = alternatives[chosen] ?? [];
  const fields = parts.filter((part): part is Field => !isSection(part) && part.only === undefined);
  return (
    <div className="sv-blank__choice">
      <SelectField
        label={say("client-forms-one-of")}
        value={String(chosen)}
        onUpdate={(value) => choose(Number.parseInt(value, 10))}
        options={[{ value: "-1", text: say("client-forms-choose") }, ...titles.map((text, index) => ({ value: String(index), text }))]}
      />
      <Fields fields={fields} section={section} at={at} />
      {parts.filter(isSection).map((part) => <PartView key={part.path} part={{ ...part, is_obligatory: true }} at={within(at, section, part)} level={level} />)}
    </div>
  );
}
