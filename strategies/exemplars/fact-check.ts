import type { ExemplarSet } from "../../src/contract/index.ts";
import { act, finish, OWN_SOURCE, sub } from "./steps.ts";

const OBSERVATORY =
  "Corvale Observatory is an observatory on Mount Hesk. It was opened in 1911 by the astronomer Liesel Brandmoor. Its dome is 14 meters wide. Schools may visit it on Mondays.";
const FERRY =
  "The Tarn Hollow Ferry crosses Lake Ennid twice an hour. It has carried bicycles since 1988. A crossing takes 12 minutes.";

/** Claims about an invented valley, searched and looked up in the manner of Yao et al. 2022 (arXiv 2210.03629). */
export const factCheck: ExemplarSet = {
  family: "fact-check",
  source: OWN_SOURCE,
  exemplars: [
    {
      question: "Claim: Corvale Observatory was opened before the First World War.",
      reasoning:
        "Corvale Observatory was opened in 1911. The First World War began in 1914, and 1911 is before 1914.",
      answer: "supports",
      subquestions: [
        sub("When was Corvale Observatory opened?", "It was opened in 1911.", "1911"),
        sub("When did the First World War begin?", "It began in 1914.", "1914"),
        sub("Is the claim supported?", "1911 is before 1914, which supports the claim.", "supports"),
      ],
      trajectory: [
        act(
          "I need to know when Corvale Observatory was opened.",
          "Search",
          "Corvale Observatory",
          OBSERVATORY,
        ),
        finish("It was opened in 1911, and the war began in 1914.", "supports"),
      ],
    },
    {
      question: "Claim: Cyclists have to leave their bicycles behind when they take the Tarn Hollow Ferry.",
      reasoning: "The Tarn Hollow Ferry has carried bicycles since 1988, so they need not be left behind.",
      answer: "refutes",
      subquestions: [
        sub("Does the Tarn Hollow Ferry carry bicycles?", "It has carried them since 1988.", "yes"),
        sub("Is the claim supported?", "Bicycles are carried, which is against the claim.", "refutes"),
      ],
      trajectory: [
        act(
          "I look for the ferry.",
          "Search",
          "Tarn Hollow",
          "Could not find Tarn Hollow. Similar: Tarn Hollow Ferry.",
        ),
        act("The ferry has an article of its own.", "Search", "Tarn Hollow Ferry", FERRY),
        act(
          "I look for the sentence about bicycles.",
          "Lookup",
          "bicycles",
          "(Result 1 / 1) It has carried bicycles since 1988.",
        ),
        finish("The ferry carries bicycles, so they need not be left behind.", "refutes"),
      ],
    },
    {
      question: "Claim: The founder of Corvale Observatory was born in Hesk Village.",
      reasoning:
        "The observatory was opened by Liesel Brandmoor. The articles say that she grew up by the sea and studied in Odermark, but not where she was born.",
      answer: "not enough info",
      subquestions: [
        sub("Who opened Corvale Observatory?", "Liesel Brandmoor opened it.", "Liesel Brandmoor"),
        sub("Where was she born?", "The articles do not say where she was born.", "unknown"),
        sub(
          "Is the claim supported?",
          "Without her place of birth it can be neither supported nor refuted.",
          "not enough info",
        ),
      ],
      trajectory: [
        act("First I need the founder of the observatory.", "Search", "Corvale Observatory", OBSERVATORY),
        act(
          "Liesel Brandmoor opened it. Where was she born?",
          "Search",
          "Liesel Brandmoor",
          "Liesel Brandmoor was an astronomer who found three comets. She grew up by the sea and studied in Odermark.",
        ),
        act(
          "Her birth may stand further down.",
          "Lookup",
          "born",
          'No more results for "born" in Liesel Brandmoor.',
        ),
        finish("The articles do not say where she was born.", "not enough info"),
      ],
    },
    {
      question: "Claim: The dome of Corvale Observatory is wider than 20 meters.",
      reasoning: "The dome of Corvale Observatory is 14 meters wide, and 14 is less than 20.",
      answer: "refutes",
      trajectory: [
        act("I look for the width of the dome.", "Search", "Corvale Observatory", OBSERVATORY),
        finish("The dome is 14 meters wide, which is less than 20.", "refutes"),
      ],
    },
  ],
};
