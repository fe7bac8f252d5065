package io.butcherblock.train;

import io.butcherblock.data.BatchShard;
import io.butcherblock.data.ImagePair;
import io.butcherblock.data.PatchLoader;
import io.butcherblock.data.PatchOptions;
import io.butcherblock.distributed.ProcessGroup;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.metrics.PsnrSsim;
import java.util.List;
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
  private final ProcessGroup peers;
  private final boolean readsSeldom;

  public Trainer(TrainingStep trainingStep, TrainingOptions options) {
    this(trainingStep, options, trainingStep.runsAhead());
  }

  /**
   * A trainer.
   *
   * @param readsSeldom whether losses are read when they are needed only, not after each step
   */
  Trainer(TrainingStep trainingStep, TrainingOptions options, boolean readsSeldom) {
    this.readsSeldom = readsSeldom;
    this.trainingStep = trainingStep;
    this.options = options;
    this.peers = trainingStep.peers();
  }

  /**
   * Trains until the budget is used up or {@code stop} says so.
   *
   * @param start where the run stands: {@link RunState#START} or what was saved
   * @param images to cut the patches of, by size, number and seed of the options
   * @param validation figures of the network as it is; empty for a run without validation
   * @return where the run then stands; {@link TrainingListener#save} was called with it
   * @throws Divergence if the loss is no longer a number
   * @throws ButcherblockException if an image is smaller than a patch, or cannot be read
   */
  public RunState run(
      RunState start,
      List<ImagePair> images,
      Optional<Supplier<PsnrSsim>> validation,
      BooleanSupplier stop,
      TrainingListener listener) {
    PatchOptions patches =
        options
            .patches(trainingStep.network().scale())
            .startingAt(start.step())
            .withShare(new BatchShard(peers.rank(), peers.size()));
    try (PatchLoader batches = new PatchLoader(images, patches)) {
      return run(start, batches, validation, stop, listener);
    }
  }

  /**
   * The same with batches that are there.
   *
   * @param batches yields this process's share of the batches from step {@code start.step()} on
   * @param validation figures of the network as it is; empty for a run without validation
   * @return where the run then stands; {@link TrainingListener#save} was called with it
   * @throws Divergence if the loss is no longer a number
   */
  RunState run(
      RunState start,
      PatchLoader batches,
      Optional<Supplier<PsnrSsim>> validation,
      BooleanSupplier stop,
      TrainingListener listener) {
    RunState moment = start;
    Interval interval = new Interval(batches);
    double nextValidation = nextValidation(progress(moment));
    RunState saved = start;
    boolean stops = peers.sum(asNumber(stop))[0] > 0;
    while (progress(moment) < 1 && !stops) {
      double rate =
          options.adam().learningRate()
              * options.schedule().factor(moment.step(), progress(moment));
      boolean reads = !readsSeldom || (moment.step() + 1) % options.logEvery() == 0;
      long began = System.nanoTime();
      trainingStep.start(batches.next(), options.batch(), rate);
      double share = reads ? trainingStep.takeLoss() : 0;
      double taken = secondsSince(began);
      // All decide alike what comes next: by the clock of rank 0, and when one of them is to stop.
      double[] all = peers.sum(share, peers.leads() ? taken : 0, asNumber(stop));
      stops = all[2] > 0;
      moment = moment.next(all[1]);
      interval.addStep(all[0], all[1]);
      check(all[0], moment);
      boolean saves = stops || moment.seconds() - saved.seconds() > SECONDS_BETWEEN_SAVES;
      boolean ends = progress(moment) >= 1;
      boolean validates = ends || validationIsDue(moment, nextValidation);
      if (!reads && (saves || validates)) {
        moment = readLosses(moment, interval);
      }
      listener.step(moment, progress(moment));
      if (moment.step() % options.logEvery() == 0 || ends) {
        listener.steps(interval.report(moment, rate));
        interval = new Interval(batches);
      }
      if (validates) {
        nextValidation = nextValidation(progress(moment));
        moment = validate(moment, validation, listener);
      }
      if (validates || saves) {
        listener.save(moment);
        saved = moment;
      }
    }
    return moment;
  }

  /** Waits for steps whose losses have not been read; nothing is saved of a run that diverged. */
  private RunState readLosses(RunState moment, Interval interval) {
    long began = System.nanoTime();
    double share = trainingStep.takeLoss();
    double[] all = peers.sum(share, peers.leads() ? secondsSince(began) : 0);
    interval.add(all[0], all[1]);
    check(all[0], moment);
    return moment.later(all[1]);
  }

  private void check(double loss, RunState moment) {
    if (!Double.isFinite(loss)) {
      throw new Divergence(moment.step(), options.adam().learningRate());
    }
  }

  private static double secondsSince(long nanoTime) {
    return (System.nanoTime() - nanoTime) / 1e9;
  }

  private static double asNumber(BooleanSupplier stop) {
    return stop.getAsBoolean() ? 1 : 0;
  }

  private double progress(RunState moment) {
    return options.budget().progress(moment.step(), moment.seconds());
  }

  private boolean validationIsDue(RunState moment, double nextValidation) {
    return options.validateEvery() > 0
        ? moment.step() % options.validateEvery() == 0
        : progress(moment) >= nextValidation;
  }

  private static double nextValidation(double progress) {
    return (Math.floor(progress * VALIDATIONS) + 1) / VALIDATIONS;
  }

  private static RunState validate(
      RunState moment, Optional<Supplier<PsnrSsim>> validation, TrainingListener listener) {
    if (validation.isEmpty()) {
      return moment;
    }
    PsnrSsim quality = validation.get().get();
    RunState after =
        new RunState(moment.step(), moment.seconds(), Math.max(moment.bestPsnr(), quality.psnr()));
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

    void addStep(double loss, double stepSeconds) {
      add(loss, stepSeconds);
      steps++;
    }

    void add(double loss, double moreSeconds) {
      losses += loss;
      seconds += moreSeconds;
    }

    StepReport report(RunState moment, double rate) {
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
