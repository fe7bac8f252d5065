package io.butcherblock.train;

import io.butcherblock.data.ImagePair;
import io.butcherblock.distributed.ProcessGroup;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.metrics.PsnrSsim;
import io.butcherblock.patches.BatchShard;
import io.butcherblock.patches.PatchLoader;
import io.butcherblock.patches.PatchOptions;
import io.butcherblock.upscale.OverflowException;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.bytedeco.javacpp.Pointer;

/**
 * The training loop: L1 loss and Adam on patches of images (He et al., CVPR 2019, section 4.2).
 *
 * <p>A run is determined by its options and its images: step k uses the patches of (seed, k). If
 * the budget is a number of steps, a run that was stopped and resumed ends with the same bits as
 * one that was not.
 */
public final class Trainer {

  private static final int VALIDATIONS = 20;

  /** What a crash may cost. */
  private static final double SECONDS_BETWEEN_SAVES = 600;

  private final TrainingStep trainingStep;
  private final TrainingOptions options;
  private final ProcessGroup group;
  private final boolean readsSeldom;

  /**
   * Makes a training loop.
   *
   * @param trainingStep makes the steps; stays the caller's
   * @param options of the run; the learning rate and the patches of each step follow from them
   */
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
    this.group = trainingStep.group();
  }

  /**
   * Trains until the budget is used up or {@code stop} returns true.
   *
   * @param start the state to start from: {@link RunState#START}, or that of a saved run
   * @param images the images that patches are cut from
   * @param validation computes PSNR and SSIM of the network as it then is; empty for a run without
   *     validation
   * @param stop asked after each step
   * @param listener called on this thread
   * @return the state at the end; {@link TrainingListener#save} was called with it, unless no step
   *     was made
   * @throws Divergence if the loss, or an output for validation, is no longer finite
   * @throws ButcherblockException if an image is smaller than a patch or cannot be read
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
            .withShare(new BatchShard(group.rank(), group.size()));
    try (PatchLoader batches = new PatchLoader(images, patches)) {
      return run(start, batches, validation, stop, listener);
    }
  }

  /**
   * Trains on batches that are given.
   *
   * @param batches yields this process's share of the batches from step {@code start.step()} on
   * @param validation figures of the network as it is; empty for a run without validation
   * @return where the run then stands; {@link TrainingListener#save} was called with it
   * @throws Divergence if the loss, or an output for validation, is no longer finite
   */
  RunState run(
      RunState start,
      PatchLoader batches,
      Optional<Supplier<PsnrSsim>> validation,
      BooleanSupplier stop,
      TrainingListener listener) {
    RunState state = start;
    Interval interval = new Interval(batches);
    double nextValidation = nextValidation(progress(state));
    RunState saved = start;
    boolean stops = group.anyOf(stop.getAsBoolean());
    while (progress(state) < 1 && !stops) {
      double rate =
          options.adam().learningRate() * options.schedule().factor(state.step(), progress(state));
      boolean reads = !readsSeldom || (state.step() + 1) % options.logEvery() == 0;
      long began = System.nanoTime();
      trainingStep.start(batches.next(), options.batch(), rate);
      double share = reads ? trainingStep.takeLoss() : 0;
      double taken = secondsSince(began);
      StepTotals totals = StepTotals.of(group, share, taken, stop.getAsBoolean());
      stops = totals.stops();
      state = state.next(totals.seconds());
      interval.addStep(totals);
      check(totals, state);
      boolean saves = stops || state.seconds() - saved.seconds() > SECONDS_BETWEEN_SAVES;
      boolean ends = progress(state) >= 1;
      boolean validates = ends || validationIsDue(state, nextValidation);
      if (!reads && (saves || validates)) {
        state = readLosses(state, interval);
      }
      listener.step(state, progress(state));
      if (state.step() % options.logEvery() == 0 || ends) {
        listener.steps(interval.report(state, rate));
        interval = new Interval(batches);
      }
      if (validates) {
        nextValidation = nextValidation(progress(state));
        state = validate(state, validation, listener);
      }
      if (validates || saves) {
        listener.save(state);
        saved = state;
      }
    }
    return state;
  }

  /** Waits for steps whose losses have not been read; nothing is saved of a run that diverged. */
  private RunState readLosses(RunState state, Interval interval) {
    long began = System.nanoTime();
    double share = trainingStep.takeLoss();
    StepTotals totals = StepTotals.ofLosses(group, share, secondsSince(began));
    interval.add(totals);
    check(totals, state);
    return state.later(totals.seconds());
  }

  private void check(StepTotals totals, RunState state) {
    if (!Double.isFinite(totals.loss())) {
      throw new Divergence(state.step(), options.adam().learningRate());
    }
  }

  private static double secondsSince(long nanoTime) {
    return (System.nanoTime() - nanoTime) / 1e9;
  }

  private double progress(RunState state) {
    return options.budget().progress(state.step(), state.seconds());
  }

  private boolean validationIsDue(RunState state, double nextValidation) {
    return options.validateEvery() > 0
        ? state.step() % options.validateEvery() == 0
        : progress(state) >= nextValidation;
  }

  private static double nextValidation(double progress) {
    return (Math.floor(progress * VALIDATIONS) + 1) / VALIDATIONS;
  }

  private RunState validate(
      RunState state, Optional<Supplier<PsnrSsim>> validation, TrainingListener listener) {
    if (validation.isEmpty()) {
      return state;
    }
    PsnrSsim quality;
    try {
      quality = validation.get().get();
    } catch (OverflowException e) {
      throw new Divergence(e, state.step(), options.adam().learningRate());
    }
    RunState after =
        new RunState(state.step(), state.seconds(), Math.max(state.bestPsnr(), quality.psnr()));
    listener.validated(after, quality, quality.psnr() > state.bestPsnr());
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

    void addStep(StepTotals totals) {
      add(totals);
      steps++;
    }

    void add(StepTotals totals) {
      losses += totals.loss();
      seconds += totals.seconds();
    }

    StepReport report(RunState state, double rate) {
      return new StepReport(
          state,
          progress(state),
          losses / steps,
          rate,
          steps * options.batch() / seconds,
          batches.secondsWaited() - waitedBefore,
          Pointer.physicalBytes());
    }
  }
}
