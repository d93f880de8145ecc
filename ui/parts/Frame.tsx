/**
 * The frame of every screen: services at the left, the organization, search, what waits, help and the person above;
 * on a telephone the services are a bar at the bottom.
 */
import {
  ArrowUpFromSquare, Bell, CircleQuestion, FileText, Gear, Magnifier, Pencil, Person, PersonPlus, Persons, Sun, ArrowDownToSquare, Xmark, SealCheck, TrashBin, ListCheck, Ellipsis, SquareCheck, Envelope, LayoutHeaderCellsLarge, Receipt,
} from "@gravity-ui/icons";
import { useRef, useState, type ReactNode } from "react";
import { flushSync } from "react-dom";
import { say } from "../words";
import { Button, Icon, IconButton } from "./base";
import { useKeys } from "./keyboard";
import { Menu, type MenuAct } from "./Menu";

/** Pictures of the services by name, so that screens need no library. */
export const PICTURES = {
  incoming: ArrowDownToSquare, outgoing: ArrowUpFromSquare, drafts: Pencil, counteragents: Persons, certificates: SealCheck,
  settings: Gear, people: PersonPlus, document: FileText, person: Person, theme: Sun, drop: TrashBin, tasks: SquareCheck,
  outbox: Envelope,
  desk: ListCheck, forms: LayoutHeaderCellsLarge, reporting: Receipt,
} as const;

/** A place in the side menu. */
export interface Place {
  key: string;
  name: string;
  picture: keyof typeof PICTURES;
  href: string;
  isHere: boolean;
  /** How much waits there. */
  count?: number | undefined;
  /** What the person has not seen there, in words for who does not see the number. */
  fresh?: { count: number; words: string } | undefined;
  group: "exchange" | "own";
  /** On a telephone it stands in the bar, the others behind "more". */
  isFirst: boolean;
}

export interface FrameProps {
  places: readonly Place[];
  organization: { name: string; about: string; others: readonly MenuAct[] };
  person: { name: string; groups: readonly (readonly MenuAct[])[] };
  /** What waits for the person, and what they have not seen. */
  waits: number;
  onBell: () => void;
  onSearch: (text: string) => void;
  onHelp: () => void;
  onGo: (href: string) => void;
  isOffline: boolean;
  isTest: boolean;
  /** At the foot of the side menu. */
  foot?: ReactNode;
  children: ReactNode;
}

export function Frame(props: FrameProps) {
  const { places, onGo } = props;
  const rest = places.filter((place) => !place.isFirst);
  const link = (place: Place) => (
    <a
      href={place.href}
      className={`sv-place ${place.isHere ? "sv-place_here" : ""}`}
      aria-current={place.isHere ? "page" : undefined}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        onGo(place.href);
      }}
    >
      <Icon data={PICTURES[place.picture]} size={18} />
      <span className="sv-place__name">{place.name}</span>
      {place.fresh && <span className="sv-place__fresh" aria-label={place.fresh.words} role="img">{place.fresh.count}</span>}
      {place.count ? <span className="sv-place__count" aria-label={say("client-waiting-count", { count: place.count })}>{place.count}</span> : null}
    </a>
  );
  return (
    <div className="sv-frame">
      <a className="sv-skip" href="#content">{say("client-skip")}</a>
      <aside className="sv-side">
        <a className="sv-brand" href="/incoming" onClick={(event) => { event.preventDefault(); onGo("/incoming"); }}>
          <img src="/icon.svg" alt="" width={28} height={28} />
          <span>{say("client-name")}</span>
        </a>
        <nav aria-label={say("client-nav")}>
          {(["exchange", "own"] as const).map((group) => (
            <ul key={group} className={`sv-places sv-places_${group}`}>
              {places.filter((place) => place.group === group).map((place) => (
                <li key={place.key} className={place.isFirst ? undefined : "sv-places__rest"}>{link(place)}</li>
              ))}
            </ul>
          ))}
          <Menu name={say("client-places-more")} groups={[rest.map((place) => ({ text: place.name, isChosen: place.isHere, act: () => onGo(place.href) }))]} className="sv-places__more">
            <span className={`sv-place ${rest.some((place) => place.isHere) ? "sv-place_here" : ""}`}>
              <Icon data={Ellipsis} size={18} />
              <span className="sv-place__name">{say("client-more-acts")}</span>
            </span>
          </Menu>
        </nav>
        {props.foot && <div className="sv-side__foot">{props.foot}</div>}
      </aside>
      <div className="sv-right">
        <Top {...props} />
        {props.isOffline && <div className="sv-strip sv-strip_offline" role="status">{say("client-offline")}</div>}
        {props.isTest && <div className="sv-strip sv-strip_test" role="note">{say("client-test-organization")}</div>}
        <main id="content" className="sv-main" tabIndex={-1}>{props.children}</main>
      </div>
    </div>
  );
}

function Top({ organization, person, waits, onBell, onSearch, onHelp }: FrameProps) {
  return (
    <header className="sv-top">
      {organization.others.length > 1 ? (
        <Menu name={say("client-organization-switch", { name: organization.name })} groups={[organization.others]} className="sv-organization">
          <Named {...organization} />
        </Menu>
      ) : (
        <div className="sv-organization sv-organization_only"><Named {...organization} /></div>
      )}
      <Search onSearch={onSearch} />
      <div className="sv-top__tools">
        <Button
          view="flat" size="l" onClick={onBell} aria-haspopup="dialog"
          aria-label={waits > 0 ? say("client-notices-some", { count: waits }) : say("client-notices")} title={say("client-bell")}
        >
          <span className="sv-bell__inside">
            <Icon data={Bell} size={18} />
            {waits > 0 && <span className="sv-bell__dot" />}
          </span>
        </Button>
        <IconButton name={say("client-help")} icon={CircleQuestion} onClick={onHelp} className="sv-top__help" />
        <Menu name={say("client-person-menu", { name: person.name })} groups={person.groups}>
          <Icon data={Person} size={18} />
        </Menu>
      </div>
    </header>
  );
}

function Named({ name, about }: { name: string; about: string }) {
  return (
    <span className="sv-organization__names">
      <strong>{name}</strong>
      <span className="sv-dim">{about}</span>
    </span>
  );
}

function Search({ onSearch }: { onSearch: (text: string) => void }) {
  const [text, setText] = useState("");
  const [isOpen, setOpen] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  // At once: what is typed right after the key belongs into the field.
  const open = () => {
    flushSync(() => setOpen(true));
    field.current?.focus();
  };
  useKeys({
    "/": (event) => {
      event.preventDefault();
      open();
    },
  });
  return (
    <>
      <form
        role="search"
        className={`sv-search ${isOpen ? "sv-search_open" : ""}`}
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim()) onSearch(text.trim());
          setOpen(false);
          field.current?.blur();
        }}
      >
        <Icon data={Magnifier} size={16} className="sv-search__picture" />
        <input
          ref={field}
          type="search"
          value={text}
          aria-label={say("client-search")}
          placeholder={say("client-search-placeholder")}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => { if (event.key === "Escape") { setOpen(false); field.current?.blur(); } }}
        />
        <Button view="flat" size="l" className="sv-search__close" aria-label={say("client-close")} onClick={() => setOpen(false)}>
          <Icon data={Xmark} size={16} />
        </Button>
      </form>
      <IconButton
        name={say("client-search")}
        icon={Magnifier}
        className="sv-search__opener"
        onClick={open}
      />
    </>
  );
}
