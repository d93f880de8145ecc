/** Pictures of tools, so that screens need no library. */
export {
  ArrowRotateRight, ArrowsExpand, ChevronLeft, ChevronRight, CircleCheck, CircleDashed, CircleExclamation, CircleMinus, CircleQuestion,
  CircleXmark, Clock, ClockArrowRotateLeft, Hourglass, Minus, PaperPlane, Plus, SquareCheck, TriangleExclamation,
} from "@gravity-ui/icons";
