import type { ExemplarSet } from "../../src/contract/index.ts";
import { finish, OWN_SOURCE, sub } from "./steps.ts";

/** Each question brings its own labels, so that the examples show the form and favour no label of a dataset. */
export const labels: ExemplarSet = {
  family: "labels",
  source: OWN_SOURCE,
  exemplars: [
    {
      question:
        "Is this review positive, negative or mixed? Review: The soup was cold, the waiter was rude, and we left hungry.",
      reasoning: "The review complains about the soup and the waiter and praises nothing.",
      answer: "negative",
      subquestions: [
        sub("What does the review praise?", "It praises nothing.", "nothing"),
        sub("What does it complain about?", "It complains about the soup and the waiter.", "soup and waiter"),
        sub("Is it positive, negative or mixed?", "There are only complaints.", "negative"),
      ],
      trajectory: [finish("There are only complaints.", "negative")],
    },
    {
      question:
        "Which section does this headline belong to: sports, weather or business? Headline: Striker out for six weeks",
      reasoning:
        "A striker plays football, and being out for weeks means an injury. That is news of a sport.",
      answer: "sports",
      subquestions: [
        sub("Who is the headline about?", "It is about a striker, a football player.", "a football player"),
        sub("Which section does it belong to?", "Football is a sport.", "sports"),
      ],
      trajectory: [finish("A striker plays football, which is a sport.", "sports")],
    },
    {
      question: "Is the animal a mammal, a bird or a fish? Animal: bat",
      reasoning: "A bat flies, but it has fur and nurses its young with milk, as mammals do.",
      answer: "mammal",
      subquestions: [
        sub("How does a bat feed its young?", "It nurses them with milk.", "with milk"),
        sub("Is it a mammal, a bird or a fish?", "Animals that nurse with milk are mammals.", "mammal"),
      ],
      trajectory: [finish("A bat has fur and nurses its young with milk.", "mammal")],
    },
    {
      question:
        "Is this message urgent or not urgent? Message: Whenever you find the time, send me the photos.",
      reasoning: "The writer can wait for the photos until there is time.",
      answer: "not urgent",
    },
  ],
};
