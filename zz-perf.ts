import { callsPerf } from "./test/perf/calls.ts";
await callsPerf((l) => console.log(l));
