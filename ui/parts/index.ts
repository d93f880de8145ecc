/** Everything screens are made of. This folder alone imports the component library. */
export * from "./base";
export * from "./checkDigits";
export * from "./DataTable";
export * from "./Dialog";
export * from "./errorWords";
export * from "./fields";
export * from "./format";
export * from "./Frame";
export * from "./icons";
export * from "./keyboard";
export * from "./Menu";
export * from "./numbers";
export * from "./Page";
export * from "./SideSheet";
export * from "./states";
export * from "./theme";
export * from "./toast";
