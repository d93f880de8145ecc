/** Styles in the order in which they may overrule each other: font, library, parts. */
import "@fontsource-variable/golos-text/index.css";
import "@gravity-ui/uikit/styles/styles.css";
import "./styles.css";
import "./papers.css";
import "./desk.css";
import "./security.css";
import "./forms.css";
import "./reporting.css";
