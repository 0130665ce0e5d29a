import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { isSkipped, PYTHON } from "./python.ts";

const project = fileURLToPath(new URL("../..", import.meta.url));
const run = promisify(execFile);

/** Prints, for a model of two layers, how much of a matrix is left after a step without gradients at rate 0.1 and decay 0.5. */
const DECAY = `
import sys
sys.path.insert(0, "training/recipe")
import torch
from model import LanguageModel, ModelShape
from optimizer import FlatState, Optimizer, bind, copy_weights
model = LanguageModel(ModelShape(vocabulary=300, width=32, layers=2, heads=2, hidden=64))
state = FlatState.zeros(sum(p.numel() for p in model.parameters()), 1, torch.device("cpu"))
copy_weights(model, state)
bind(model, state, 0)
before = {name: p.detach().clone() for name, p in model.named_parameters()}
Optimizer(model, state, 0, 1, {"matrix": 0.1, "embedding": 0.1, "norm": 0.1}, 0.5).update(0, 1.0, 1.0)
for name, parameter in model.named_parameters():
    print(name, float(parameter.detach().norm() / before[name].norm()))
`;

/**
 * Prints the share of equal predictions of a model before and after its weights are made small. It is one as training without
 * decay makes them: heads that look at one token alone, and layers beside whose output the embedding is nothing.
 */
const REBALANCED = `
import sys
sys.path.insert(0, "training/recipe")
import torch
from model import LanguageModel, ModelShape
from attention_scores import score_deviations
from rebalance import rebalanced
torch.manual_seed(0)
shape = ModelShape(vocabulary=300, width=32, layers=3, heads=2, hidden=64)
model, small = LanguageModel(shape), LanguageModel(shape)
with torch.no_grad():
    for block in model.blocks:
        block.qkv.mul_(150)
        block.qkv[:64].mul_(20)
        block.gate_up.mul_(30)
        block.output.mul_(300)
        block.down.mul_(300)
small.load_state_dict(rebalanced(model.state_dict(), shape))
ids = torch.randint(2, 300, (8, 60))
positions = torch.arange(ids.numel())
with torch.no_grad():
    same = model.logits(ids, positions).argmax(-1) == small.logits(ids, positions).argmax(-1)
largest = [max(float(p.detach().abs().max()) for name, p in m.named_parameters() if name.endswith("output")) for m in (model, small)]
scores = [score_deviations(m, ids) for m in (model, small)]
print(float(same.float().mean()), largest[1] / largest[0], *(after / before for before, after in zip(*scores)))
`;

describe.skipIf(isSkipped)("the weights of the training recipe", () => {
  test("a step takes its share of the matrices inside the layers, and of nothing else", async () => {
    const { stdout } = await run(PYTHON, ["-c", DECAY], { cwd: project });
    const left = stdout
      .trim()
      .split("\n")
      .map((line) => line.split(" "));
    expect(left).toHaveLength(2 + 2 * 6);
    for (const [name, share] of left) {
      const isInside = /qkv|output|gate_up|down/.test(name!);
      expect(Number(share), name).toBeCloseTo(isInside ? 0.95 : 1, 5);
    }
  }, 60_000);

  test("weights that have grown are made small with nearly the same predictions", async () => {
    const { stdout } = await run(PYTHON, ["-c", REBALANCED], { cwd: project });
    const [same, size, first, ...later] = stdout.trim().split(" ").map(Number);
    expect(same).toBeGreaterThan(0.9);
    expect(size).toBeLessThan(0.2);
    expect(first).toBeCloseTo(0.2, 2);
    expect(later).toHaveLength(2);
    for (const share of later) expect(share).toBeLessThan(0.1);
  }, 60_000);
});
