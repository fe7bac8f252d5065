package io.butcherblock.train;

import io.butcherblock.data.PatchLoader;
import io.butcherblock.distributed.Peers;
import io.butcherblock.error.UserError;
import io.butcherblock.metrics.Quality;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.bytedeco.javacpp.Pointer;

/**
 * Trains a network on patches with the L1 loss and Adam (He et al., CVPR 2019, section 4.2).
 *
 * <p>A run is determined by its options and its images: step k uses the patches of (seed, k), so
 * that a run that was stopped and resumed ends with the same bits as one that was not, where the
 * budget is a number of steps.
 */
public final class Trainer {

  private static final int VALIDATIONS = 20;

  /** What a crash may cost. */
  private static final double SECONDS_BETWEEN_SAVES = 600;

  private final TrainingStep trainingStep;
  private final TrainingOptions options;
  private final Peers peers;

  public Trainer(TrainingStep trainingStep, TrainingOptions options) {
    this.trainingStep = trainingStep;
    this.options = options;
    this.peers = trainingStep.peers();
  }

  /**
   * Trains until the budget is used up or {@code stop} says so.
   *
   * @param start where the run stands: {@link Moment#START} or what was saved
   * @param batches yields this process's share of the batches from step {@code start.step()} on
   * @param validation figures of the network as it is; empty for a run without validation
   * @return where the run then stands; {@link TrainingListener#save} was called with it
   * @throws UserError if the loss is no longer a number
   */
  public Moment run(
      Moment start,
      PatchLoader batches,
      Optional<Supplier<Quality>> validation,
      BooleanSupplier stop,
      TrainingListener listener) {
    Moment moment = start;
    Interval interval = new Interval(batches);
    double nextValidation = nextValidation(progress(moment));
    Moment saved = start;
    boolean stops = peers.sum(asNumber(stop))[0] > 0;
    while (progress(moment) < 1 && !stops) {
      double rate =
          options.adam().learningRate()
              * options.schedule().factor(moment.step(), progress(moment));
      long began = System.nanoTime();
      double share = trainingStep.run(batches.next(), options.batch(), rate);
      double taken = (System.nanoTime() - began) / 1e9;
      // All decide alike what comes next: by the clock of rank 0, and when one of them is to stop.
      double[] all = peers.sum(share, peers.leads() ? taken : 0, asNumber(stop));
      double loss = all[0];
      double seconds = all[1];
      stops = all[2] > 0;
      moment = new Moment(moment.step() + 1, moment.seconds() + seconds, moment.bestPsnr());
      interval.add(loss, seconds);
      if (!Double.isFinite(loss)) {
        throw new UserError(
            "The loss is no longer a number at step %d: lower --learning-rate (now %s) and start again or --resume from the last state."
                .formatted(moment.step(), options.adam().learningRate()));
      }
      listener.step(moment, progress(moment));
      boolean ends = progress(moment) >= 1;
      if (moment.step() % options.logEvery() == 0 || ends) {
        listener.steps(interval.report(moment, rate));
        interval = new Interval(batches);
      }
      if (ends || validationIsDue(moment, nextValidation)) {
        nextValidation = nextValidation(progress(moment));
        moment = validate(moment, validation, listener);
        listener.save(moment);
        saved = moment;
      } else if (moment.seconds() - saved.seconds() > SECONDS_BETWEEN_SAVES) {
        listener.save(moment);
        saved = moment;
      }
    }
    if (saved.step() < moment.step()) {
      listener.save(moment);
    }
    return moment;
  }

  private static double asNumber(BooleanSupplier stop) {
    return stop.getAsBoolean() ? 1 : 0;
  }

  private double progress(Moment moment) {
    return options.budget().progress(moment.step(), moment.seconds());
  }

  private boolean validationIsDue(Moment moment, double nextValidation) {
    return options.validateEvery() > 0
        ? moment.step() % options.validateEvery() == 0
        : progress(moment) >= nextValidation;
  }

  private static double nextValidation(double progress) {
    return (Math.floor(progress * VALIDATIONS) + 1) / VALIDATIONS;
  }

  private static Moment validate(
      Moment moment, Optional<Supplier<Quality>> validation, TrainingListener listener) {
    if (validation.isEmpty()) {
      return moment;
    }
    Quality quality = validation.get().get();
    Moment after =
        new Moment(moment.step(), moment.seconds(), Math.max(moment.bestPsnr(), quality.psnr()));
    listener.validated(after, quality, quality.psnr() > moment.bestPsnr());
    return after;
  }

  /** What happens between two lines of the log. */
  private final class Interval {

    private final PatchLoader batches;
    private final double waitedBefore;
    private double losses;
    private double seconds;
    private int steps;

    Interval(PatchLoader batches) {
      this.batches = batches;
      this.waitedBefore = batches.secondsWaited();
    }

    void add(double loss, double stepSeconds) {
      losses += loss;
      seconds += stepSeconds;
      steps++;
    }

    StepReport report(Moment moment, double rate) {
      return new StepReport(
          moment,
          progress(moment),
          losses / steps,
          rate,
          steps * options.batch() / seconds,
          batches.secondsWaited() - waitedBefore,
          Pointer.physicalBytes());
    }
  }
}
