/** Keys of this browser: whose, until when, whether there is a copy; a copy is saved, a key is removed. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Button, DataTable, day, Dialog, ErrorState, moscowDay, Notice, Skeleton, StatusBadge, TextField, told } from "../../parts";
import { say } from "../../words";
import { save } from "../exchange/download";
import { keyStore, listKept, type Kept } from "../signing/keyStore";
import { signerWords } from "../signing/refusals";

interface Asked { kept: Kept; act: "copy" | "remove" }

export function BrowserKeys() {
  const asked = useQuery({ queryKey: ["kept-keys"], queryFn: listKept, networkMode: "always" });
  const [act, setAct] = useState<Asked | undefined>();
  const rows = asked.data ?? [];
  return (
    <section className="sv-section" aria-labelledby="browser-keys">
      <h2 id="browser-keys">{say("client-keys")}</h2>
      {asked.isPending && <Skeleton rows={2} />}
      {asked.error && ("code" in asked.error ? <Notice tone="stop">{signerWords(asked.error)}</Notice> : <ErrorState error={asked.error} />)}
      {asked.data && rows.length === 0 && <p className="sv-dim">{say("client-keys-none")}</p>}
      {rows.length > 0 && (
        <DataTable
          name={say("client-keys")}
          rows={rows}
          idOf={({ entry }) => entry.id}
          nameOf={({ entry }) => entry.name}
          columns={[
            { key: "document", name: say("client-key"), width: "wide", cell: ({ entry, owner }) => <><span className="sv-called">{entry.name}</span><div className="sv-dim">{owner?.person}</div></> },
            { key: "when", name: say("client-certificate-until"), cell: ({ owner }) => (owner ? day(moscowDay(new Date(owner.validUntil))) : say("client-key-no-certificate")) },
            { key: "state", name: say("client-key-copy"), cell: ({ entry }) => <StatusBadge tone={entry.backedUpAt === null ? "mine" : "good"}>{say(entry.backedUpAt === null ? "client-key-copy-none" : "client-key-copy-there")}</StatusBadge> },
            {
              key: "acts", name: say("client-column-acts"),
              cell: (kept) => (
                <div className="sv-acts">
                  <Button view="outlined" size="m" onClick={() => setAct({ kept, act: "copy" })}>{say("client-key-copy-save")}</Button>
                  <Button view="flat" size="m" onClick={() => setAct({ kept, act: "remove" })}>{say("client-key-remove")}</Button>
                </div>
              ),
            },
          ]}
        />
      )}
      {act?.act === "copy" && <CopyDialog kept={act.kept} onClose={() => setAct(undefined)} />}
      {act?.act === "remove" && <RemoveDialog kept={act.kept} onClose={() => setAct(undefined)} />}
    </section>
  );
}

/** The file is saved, then opened again as after a loss: only then is there a copy. */
function CopyDialog({ kept, onClose }: { kept: Kept; onClose: () => void }) {
  const client = useQueryClient();
  const [password, setPassword] = useState("");
  const [isSaved, setSaved] = useState(false);
  const [file, setFile] = useState<File | undefined>();
  const [problem, setProblem] = useState<string | undefined>();
  const [isBusy, setBusy] = useState(false);
  const act = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      const store = await keyStore();
      if (!isSaved) {
        save(`${kept.entry.name}.pfx`, await store.exportFile({ id: kept.entry.id, password }));
        setSaved(true);
      } else if (file) {
        await store.confirmBackup({ id: kept.entry.id, file: new Uint8Array(await file.arrayBuffer()), password });
        await client.invalidateQueries({ queryKey: ["kept-keys"] });
        told(say("client-key-copy-done"));
        onClose();
      }
    } catch (error) {
      setProblem(signerWords(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={say("client-key-copy-save")}
      verb={say(isSaved ? "client-key-copy-check" : "client-key-copy-save")}
      isBusy={isBusy}
      isBarred={password === "" || (isSaved && !file)}
      onApply={() => void act()}
      onClose={onClose}
      width="s"
    >
      <p>{say(isSaved ? "client-key-copy-choose" : "client-key-copy-about")}</p>
      {!isSaved && <TextField type="password" label={say("client-way-browser-password")} value={password} onUpdate={setPassword} autoComplete="off" autoFocus />}
      {isSaved && <input type="file" accept=".pfx" className="sv-input" aria-label={say("client-key-copy-choose")} onChange={(event) => setFile(event.target.files?.[0])} />}
      {problem && <Notice tone="stop">{problem}</Notice>}
    </Dialog>
  );
}

function RemoveDialog({ kept, onClose }: { kept: Kept; onClose: () => void }) {
  const client = useQueryClient();
  const [problem, setProblem] = useState<string | undefined>();
  const act = async () => {
    try {
      await (await keyStore()).remove({ id: kept.entry.id });
      await client.invalidateQueries({ queryKey: ["kept-keys"] });
      onClose();
    } catch (error) {
      setProblem(signerWords(error));
    }
  };
  return (
    <Dialog title={say("client-key-remove-ask")} verb={say("client-key-remove")} isDanger onApply={() => void act()} onClose={onClose} width="s">
      <p>{say(kept.entry.backedUpAt === null ? "client-key-remove-lost" : "client-key-remove-about")}</p>
      {problem && <Notice tone="stop">{problem}</Notice>}
    </Dialog>
  );
}
