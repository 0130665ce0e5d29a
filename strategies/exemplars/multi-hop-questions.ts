import type { ExemplarSet } from "../../src/contract/index.ts";
import { act, finish, OWN_SOURCE, sub } from "./steps.ts";

/** Questions whose answer hangs on a second fact, about invented people and places so that no memory helps. */
export const multiHopQuestions: ExemplarSet = {
  family: "multi-hop-questions",
  source: OWN_SOURCE,
  exemplars: [
    {
      question: "In which town was the architect of the Quill Theatre born?",
      reasoning: "The Quill Theatre was designed by Dorrit Ashby. Dorrit Ashby was born in Merrow.",
      answer: "Merrow",
      subquestions: [
        sub("Who was the architect of the Quill Theatre?", "Dorrit Ashby designed it.", "Dorrit Ashby"),
        sub("In which town was Dorrit Ashby born?", "She was born in Merrow.", "Merrow"),
      ],
      trajectory: [
        act(
          "I need the architect of the Quill Theatre first.",
          "Search",
          "Quill Theatre",
          "The Quill Theatre is a playhouse of 640 seats. It was designed by Dorrit Ashby and opened in 1932.",
        ),
        act(
          "The architect is Dorrit Ashby. Where was she born?",
          "Search",
          "Dorrit Ashby",
          "Dorrit Ashby was an architect who built theatres and covered markets. She was born in Merrow.",
        ),
        finish("Dorrit Ashby was born in Merrow.", "Merrow"),
      ],
    },
    {
      question: "Which of the two lakes is deeper, Lake Varn or Lake Issel Minor?",
      reasoning: "Lake Varn is 41 meters deep. Lake Issel Minor is 58 meters deep. 58 is more than 41.",
      answer: "Lake Issel Minor",
      subquestions: [
        sub("How deep is Lake Varn?", "It is 41 meters deep.", "41 meters"),
        sub("How deep is Lake Issel Minor?", "It is 58 meters deep.", "58 meters"),
        sub("Which of the two is deeper?", "58 is more than 41.", "Lake Issel Minor"),
      ],
      trajectory: [
        act(
          "First Lake Varn.",
          "Search",
          "Lake Varn",
          "Lake Varn is a lake in the Hollin Hills. It is 41 meters deep.",
        ),
        act(
          "Now the other lake.",
          "Search",
          "Lake Issel Minor",
          "Lake Issel Minor was dammed up in 1954. It is fed by two streams. It is 58 meters deep.",
        ),
        finish("58 meters are more than 41.", "Lake Issel Minor"),
      ],
    },
    {
      question: "What instrument did the teacher of the singer Ottoline Rask play?",
      reasoning: "Ottoline Rask was taught by Emeric Vole. Emeric Vole played the cello.",
      answer: "cello",
      subquestions: [
        sub("Who taught Ottoline Rask?", "Emeric Vole taught her.", "Emeric Vole"),
        sub("What instrument did Emeric Vole play?", "He played the cello.", "cello"),
      ],
      trajectory: [
        act(
          "I need her teacher.",
          "Search",
          "Ottoline Rask",
          "Ottoline Rask was a singer at the Merrow opera. She sang in nine languages.",
        ),
        act(
          "The teacher may stand further down.",
          "Lookup",
          "taught",
          "(Result 1 / 1) As a girl she was taught by Emeric Vole.",
        ),
        act(
          "Now his instrument.",
          "Search",
          "Emeric Vole",
          "Emeric Vole was a musician from Sallow Bay. He played the cello in a circus band.",
        ),
        finish("Emeric Vole played the cello.", "cello"),
      ],
    },
    {
      question: "In which year did the company that makes the Pelter tractor begin to build engines?",
      reasoning:
        "The Pelter tractor is made by Brask and Daughters. Brask and Daughters began to build engines in 1926.",
      answer: "1926",
      subquestions: [
        sub(
          "Which company makes the Pelter tractor?",
          "Brask and Daughters makes it.",
          "Brask and Daughters",
        ),
        sub("When did Brask and Daughters begin to build engines?", "They began in 1926.", "1926"),
      ],
    },
  ],
};
