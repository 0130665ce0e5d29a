import type { ExemplarSet } from "../../src/contract/index.ts";
import { calculate, finish, OWN_SOURCE, sub } from "./steps.ts";

/** Questions that need two facts of common knowledge, in the manner of StrategyQA. */
export const yesNo: ExemplarSet = {
  family: "yes-no",
  source: OWN_SOURCE,
  exemplars: [
    {
      question: "Could a grown giraffe walk through an ordinary front door with its head held high?",
      reasoning: "A grown giraffe is more than 4 meters tall. An ordinary front door is about 2 meters high.",
      answer: "no",
      subquestions: [
        sub(
          "How tall is a grown giraffe?",
          "A grown giraffe is more than 4 meters tall.",
          "more than 4 meters",
        ),
        sub("How high is an ordinary front door?", "It is about 2 meters high.", "about 2 meters"),
        sub("Could the giraffe walk through it with its head held high?", "4 meters are more than 2.", "no"),
      ],
      trajectory: [
        calculate("A giraffe is more than 4 meters tall and a door about 2 meters high.", "4 - 2", "2"),
        finish("At least 2 meters are missing.", "no"),
      ],
    },
    {
      question: "Would a vegan leave an omelette on the plate?",
      reasoning: "An omelette is made of eggs. Vegans eat nothing that comes from animals, and eggs do.",
      answer: "yes",
      subquestions: [
        sub("What is an omelette made of?", "It is made of eggs.", "eggs"),
        sub("Do vegans eat eggs?", "Eggs come from animals, and vegans eat nothing that does.", "no"),
        sub("Would a vegan leave it?", "It is made of eggs, which vegans do not eat.", "yes"),
      ],
      trajectory: [
        finish("An omelette is made of eggs, and vegans do not eat what comes from animals.", "yes"),
      ],
    },
    {
      question: "Could William Shakespeare have read about the first moon landing in a newspaper?",
      reasoning: "Shakespeare died in 1616. The first people landed on the moon in 1969, long after that.",
      answer: "no",
      subquestions: [
        sub("When did Shakespeare die?", "He died in 1616.", "1616"),
        sub("When was the first moon landing?", "It was in 1969.", "1969"),
        sub("Could he have read about it?", "1969 is after 1616.", "no"),
      ],
      trajectory: [
        calculate("He died in 1616, and the landing was in 1969.", "1969 - 1616", "353"),
        finish("The landing came 353 years after his death.", "no"),
      ],
    },
    {
      question: "Are there more hours in a day than letters in the English alphabet?",
      reasoning: "A day has 24 hours. The English alphabet has 26 letters. 24 is less than 26.",
      answer: "no",
      subquestions: [
        sub("How many hours has a day?", "It has 24.", "24"),
        sub("How many letters has the English alphabet?", "It has 26.", "26"),
        sub("Are there more hours than letters?", "24 is less than 26.", "no"),
      ],
      trajectory: [
        calculate("A day has 24 hours, the alphabet 26 letters.", "24 - 26", "-2"),
        finish("There are 2 hours fewer than letters.", "no"),
      ],
    },
    {
      question: "Does a candle go out by itself in a small jar that is closed airtight?",
      reasoning: "A flame needs oxygen. In a closed jar the oxygen is used up and none comes in.",
      answer: "yes",
      trajectory: [finish("A flame needs oxygen, and in a closed jar it runs out.", "yes")],
    },
    {
      question: "Do both players of a chess game start with equally many pieces?",
      reasoning: "Each player starts with 16 pieces. 16 equals 16.",
      answer: "yes",
      trajectory: [finish("Each player starts with 16 pieces.", "yes")],
    },
  ],
};
