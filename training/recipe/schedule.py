"""The learning rate over a run, as a share of its peak."""

FLOOR = 0.02


def is_decaying(progress, decay_share):
    """Whether a run that has seen the share `progress` of its tokens is in its decay."""
    return progress >= 1 - decay_share


def rate_share(step, progress, warm_up_steps, decay_share):
    """Rises over the first steps (`step` counts from 0), stays at 1, then falls in a line to FLOOR over the last
    `decay_share` of the tokens. It depends on the total only through `progress`, so a new total moves the decay."""
    warm_up = min(1.0, (step + 1) / warm_up_steps)
    if not is_decaying(progress, decay_share):
        return warm_up
    return warm_up * max(FLOOR, (1 - progress) / decay_share)
