const CANNOT =
  /\b(?:can\s?not|can['’]t|could not|couldn['’]t|impossible to|unable to|not possible to)\s+(?:be\s+)?(?:\w+\s+){0,2}?(?:determin|answer|calculat|comput|find|found|tell|solv|know|say|conclud)/i;
const TOO_LITTLE =
  /(?:\bnot|n['’]t)\s+(?:\w+\s+){0,2}?(?:enough|sufficient)\s+(?:\w+\s+)?(?:info|data|detail|context)|\binsufficient\s+(?:info|data)|\bneed\s+more\s+info/i;
const FLAWED =
  /\b(?:error|mistake|flaw)\s+in\s+the\s+(?:problem|question)\b|\b(?:problem|question)\s+is\s+(?:flawed|invalid|unsolvable)\b|\bno\s+solution\b/i;

/** Whether a sentence says that the question cannot be answered: its numbers are then no answer. */
export function statesNoAnswer(sentence: string): boolean {
  return CANNOT.test(sentence) || TOO_LITTLE.test(sentence) || FLAWED.test(sentence);
}
