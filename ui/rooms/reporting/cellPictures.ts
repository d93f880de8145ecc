/** Pictures of the states of a cell: no two states of one tone look alike. */
import {
  CircleCheck, CircleDashed, CircleExclamation, CircleMinus, CircleXmark, Clock, ClockArrowRotateLeft, Hourglass, PaperPlane, SquareCheck,
  TriangleExclamation, CircleQuestion,
} from "../../parts";
import type { CellState } from "./cellStates";

export const CELL_PICTURES = {
  "declined": CircleXmark,
  "not-sent-after-deadline": CircleExclamation,
  "accepted-with-rebuke": TriangleExclamation,
  "accepted-with-warning": CircleQuestion,
  "not-sent": CircleDashed,
  "sent-after-deadline": Hourglass,
  "sent": PaperPlane,
  "accepted-with-sent": Clock,
  "accepted-after-deadline": ClockArrowRotateLeft,
  "accepted": CircleCheck,
  "accepted-custom": SquareCheck,
  "not-required": CircleMinus,
} as const satisfies Record<CellState, unknown>;
