import type { AnswerType, Exemplar, ExemplarSet } from "../../src/contract/index.ts";
export const exemplarSets: readonly ExemplarSet[] = [];
export const exemplarsFor = (_family: string | null, _type: AnswerType): readonly Exemplar[] => [];
