package io.butcherblock.train;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.names.Counted;

/** The learning rate in the course of a training run, as a factor of the highest rate. */
public sealed interface Schedule {

  /**
   * The factor for the next step, 0 to 1.
   *
   * @param step the number of steps done before it
   * @param progress how much of the run is done, 0 to 1
   */
  double factor(long step, double progress);

  /**
   * Grows linearly during warm-up and then falls as half a cosine to 0 at the end of the run
   * (Loshchilov and Hutter, ICLR 2017, eq. (5) with one period).
   *
   * @param warmup the number of steps of warm-up; in a run of fewer than ten times as many steps,
   *     warm-up is the first tenth of the run
   */
  record Cosine(long warmup) implements Schedule {

    private static final double LARGEST_SHARE = 0.1;

    @Override
    public double factor(long step, double progress) {
      double rise = step < warmup ? (step + 1.0) / warmup : 1;
      // Else a run of a minute, which may have 100 steps, would never reach its learning rate.
      double shortest = Math.min(1, progress / LARGEST_SHARE);
      return Math.max(rise, shortest) * (1 + Math.cos(Math.PI * progress)) / 2;
    }

    @Override
    public String toString() {
      return "cosine, warm-up of " + Counted.of(warmup, "step") + " or a tenth of the run";
    }
  }

  /**
   * Halves the rate at regular intervals, as in He et al., CVPR 2019, section 4.2, every 250 epochs
   * of 1000 steps.
   *
   * @param every the number of steps between two halvings, at least 1
   */
  record Halving(long every) implements Schedule {

    public Halving {
      if (every < 1) {
        throw new ButcherblockException(
            "The learning rate is halved every 1 step or more, not every " + every + ".");
      }
    }

    @Override
    public double factor(long step, double progress) {
      long halvings = step / every;
      return Math.pow(0.5, (double) halvings);
    }

    @Override
    public String toString() {
      return "halved every " + Counted.of(every, "step");
    }
  }
}
