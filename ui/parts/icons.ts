/** Pictures of tools, so that screens need no library. */
export { ArrowRotateRight, ArrowsExpand, Minus, Plus } from "@gravity-ui/icons";
