/** The person and their organization; theme and language. */
import { useSession } from "../../api/session";
import { moment, SelectField, useTheme, type Theme } from "../../parts";
import { chooseLanguage, language, say, type Language } from "../../words";
import { SettingsPage } from "./SettingsPage";

export function Settings() {
  const { user, own } = useSession();
  const { theme, choose } = useTheme();
  return (
    <SettingsPage>
      <div className="sv-columns">
        <div className="sv-column">
          <section className="sv-card">
            <h2>{say("client-profile")}</h2>
            <dl className="sv-facts">
              <div><dt>{say("client-profile-name")}</dt><dd>{user.name}</dd></div>
              <div><dt>{say("client-profile-login")}</dt><dd>{user.login}</dd></div>
              <div><dt>{say("client-profile-since")}</dt><dd>{moment(user.created_at)}</dd></div>
              <div><dt>{say("client-profile-id")}</dt><dd className="sv-file__name">{user.user_id}</dd></div>
            </dl>
            <p className="sv-dim">{say("client-profile-id-about")}</p>
          </section>
          <section className="sv-card">
            <h2>{say("client-organization")}</h2>
            <dl className="sv-facts">
              <div><dt>{say("client-column-organization")}</dt><dd>{own.organization.name}</dd></div>
              <div><dt>{say("client-field-inn")}</dt><dd>{own.organization.inn}{own.organization.kpp && ` · ${say("client-kpp", { kpp: own.organization.kpp })}`}</dd></div>
              <div><dt>{say("client-participant")}</dt><dd className="sv-file__name">{own.participantId}</dd></div>
            </dl>
          </section>
        </div>
        <div className="sv-column sv-column_wide">
          <section className="sv-card">
            <h2>{say("client-look")}</h2>
            <div className="sv-pair">
              <SelectField
                label={say("client-theme")}
                value={theme}
                onUpdate={(value) => choose(value as Theme)}
                options={(["system", "light", "dark"] as const).map((value) => ({ value, text: say(`client-theme-${value}`) }))}
              />
              <SelectField
                label={say("client-language")}
                value={language()}
                onUpdate={(value) => { chooseLanguage(value as Language); location.reload(); }}
                options={[{ value: "ru", text: "Русский" }, { value: "en", text: "English" }]}
              />
            </div>
          </section>
        </div>
      </div>
    </SettingsPage>
  );
}
