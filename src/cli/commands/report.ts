import { UsageError } from "../../contract/index.ts";
import { findStrategy } from "../../../strategies/index.ts";
