"""The log of a run: log.jsonl, one JSON object a line, only ever appended to."""

import json


class Journal:
    """Writes lines to a file and to standard output, and adds up the losses between two of them.

    `window` holds what a resumed run had added up: format name to (summed loss in nats, trained positions).
    """

    def __init__(self, path, window):
        self.path = path
        self.window = window

    def add(self, format_names, loss_sums, position_counts):
        """Adds the summed losses in nats and the trained positions of one step, both by format."""
        for name, loss, positions in zip(format_names, loss_sums, position_counts):
            if positions:
                known_loss, known_positions = self.window.get(name, (0.0, 0.0))
                self.window[name] = (known_loss + loss, known_positions + positions)

    def take_losses(self):
        """The mean loss since the last call, over all positions and by format, in nats; starts a new window."""
        window, self.window = self.window, {}
        total_loss = sum(loss for loss, _ in window.values())
        total_positions = sum(positions for _, positions in window.values())
        by_format = {name: round(loss / positions, 4) for name, (loss, positions) in sorted(window.items())}
        return {"loss": round(total_loss / max(1, total_positions), 5), "lossByFormat": by_format}

    def write(self, kind, **values):
        line = json.dumps({"kind": kind, **values})
        with open(self.path, "a", encoding="utf-8") as file:
            file.write(line + "\n")
        print(line, flush=True)
