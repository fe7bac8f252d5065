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
import java.util.function.LongSupplier;
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

  /** The loss of an image that is as wrong as an image can be. */
  private static final double BLACK_FOR_WHITE = 255;

  /**
   * By what factor a loss grows that has exploded; those of different batches differ by far less.
   */
  private static final double EXPLOSION = 1000;

  private final TrainingStep trainingStep;
  private final TrainingOptions options;
  private final LevelSpan span;
  private final ProcessGroup group;
  private final boolean readsSeldom;
  private final LongSupplier nanoTime;

  /** Steps whose losses were not read. */
  private int unread;

  /** Whether there is a state to continue from. */
  private boolean hasSaved;

  /**
   * Makes a training loop.
   *
   * @param trainingStep makes the steps; stays the caller's
   * @param options of the run; the learning rate and the patches of each step follow from them
   */
  public Trainer(TrainingStep trainingStep, TrainingOptions options) {
    this(trainingStep, options, trainingStep.runsAhead());
  }

  /** A trainer that takes the time of steps from another clock. */
  Trainer(TrainingStep trainingStep, TrainingOptions options, LongSupplier nanoTime) {
    this(
        trainingStep,
        options,
        trainingStep.runsAhead(),
        LevelSpan.whole(options.budget()),
        nanoTime);
  }

  /**
   * Makes a training loop for one level of a run, which then ends with the level.
   *
   * @param level what is trained; stays the caller's
   * @param options of the whole run
   */
  public Trainer(CurrentLevel level, TrainingOptions options) {
    this(level.step(), options, level.step().runsAhead(), level.span(), System::nanoTime);
  }

  /**
   * A trainer.
   *
   * @param readsSeldom whether losses are read when they are needed only, not after each step
   */
  Trainer(TrainingStep trainingStep, TrainingOptions options, boolean readsSeldom) {
    this(trainingStep, options, readsSeldom, LevelSpan.whole(options.budget()), System::nanoTime);
  }

  private Trainer(
      TrainingStep trainingStep,
      TrainingOptions options,
      boolean readsSeldom,
      LevelSpan span,
      LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.span = span;
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
   * @param validation measures the network; empty for a run without validation
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
      Optional<ValidationRound> validation,
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
   * @param validation measures the network; empty for a run without validation
   * @return where the run then stands; {@link TrainingListener#save} was called with it
   * @throws Divergence if the loss, or an output for validation, is no longer finite
   */
  RunState run(
      RunState start,
      PatchLoader batches,
      Optional<ValidationRound> validation,
      BooleanSupplier stop,
      TrainingListener listener) {
    RunState state = start;
    RunState saved = start;
    hasSaved = start.step() > 0;
    if (state.validationDue()) {
      // A stop has cut it short, or no step of the level will come.
      state = validate(state, validation, stop, listener);
      if (!state.validationDue()) {
        save(state, listener);
        saved = state;
      }
    }
    double nextValidation = nextValidation(progress(state));
    NextBatch next = NextBatch.of(batches, !isDone(state));
    boolean stops = group.anyOf(state.validationDue() || next.isMissing() || stop.getAsBoolean());
    double waited = batches.secondsWaited();
    while (!isDone(state) && !stops) {
      double rate = rate(state);
      boolean reads = !readsSeldom || (state.step() + 1) % options.logEvery() == 0;
      long began = nanoTime.getAsLong();
      trainingStep.start(next.batch(), options.batch(), rate);
      double share = reads ? trainingStep.takeLoss() : 0;
      next = NextBatch.of(batches, true);
      StepTotals totals =
          StepTotals.of(group, share, secondsSince(began), next.isMissing() || stop.getAsBoolean());
      stops = totals.stops();
      state = state.next(totals, batches.secondsWaited() - waited);
      waited = batches.secondsWaited();
      unread++;
      if (reads) {
        state = check(state, totals, rate);
      }
      boolean saves = stops || state.seconds() - saved.seconds() > SECONDS_BETWEEN_SAVES;
      boolean ends = isDone(state);
      boolean validates = ends || validationIsDue(state, nextValidation);
      if (!reads && (saves || validates)) {
        state = readLosses(state, rate);
      }
      if (state.step() % options.logEvery() == 0 || ends || (validates && validation.isPresent())) {
        listener.steps(report(state, rate));
        state = state.logged();
      }
      listener.step(state, progress(state));
      trainingStep
          .takeRefusal()
          .ifPresent(why -> listener.continuesWithout("Winograd convolutions", why));
      if (validates) {
        nextValidation = nextValidation(progress(state));
        state = validate(state.withValidationDue(true), validation, stop, listener);
        stops |= state.validationDue();
      }
      if (validates || saves) {
        save(state, listener);
        saved = state;
      }
    }
    if (!isDone(state)) {
      next.throwIfMissing(state.step());
    }
    return state;
  }

  private double highestRate(RunState state) {
    return options.adam().learningRate() * Math.pow(0.5, state.halvings());
  }

  /** The learning rate of the next step. */
  private double rate(RunState state) {
    // Each level is a run of its own to the schedule.
    long steps = state.step() - state.levelStart().step();
    return highestRate(state) * options.schedule().factor(steps, span.done(state));
  }

  /** Saves, unless the last step has broken what it is to save. */
  private void save(RunState state, TrainingListener listener) {
    if (!trainingStep.isFinite()) {
      throw Divergence.ofWeights(state, rate(state), highestRate(state), hasSaved);
    }
    listener.save(state);
    hasSaved = true;
  }

  /** Waits for steps whose losses have not been read; nothing is saved of a run that diverged. */
  private RunState readLosses(RunState state, double rate) {
    long began = nanoTime.getAsLong();
    double share = trainingStep.takeLoss();
    StepTotals totals = StepTotals.ofLosses(group, share, secondsSince(began));
    return check(state.read(totals), totals, rate);
  }

  /** Looks at losses that have just been read, of one step or, where they are read seldom, more. */
  private RunState check(RunState state, StepTotals totals, double rate) {
    double loss = totals.loss() / unread;
    unread = 0;
    boolean exploded = loss > BLACK_FOR_WHITE && loss > EXPLOSION * state.best().loss();
    if (exploded || !Double.isFinite(loss)) {
      throw Divergence.ofLoss(loss, state, rate, highestRate(state), hasSaved);
    }
    return state.withLoss(loss);
  }

  private double secondsSince(long began) {
    return (nanoTime.getAsLong() - began) / 1e9;
  }

  private double progress(RunState state) {
    return span.progress(state);
  }

  /** Whether the level, or a run of one, is done. */
  private boolean isDone(RunState state) {
    return span.done(state) >= 1;
  }

  private boolean validationIsDue(RunState state, double nextValidation) {
    return options.validateEvery() > 0
        ? state.step() % options.validateEvery() == 0
        : progress(state) >= nextValidation;
  }

  private static double nextValidation(double progress) {
    return (Math.floor(progress * VALIDATIONS) + 1) / VALIDATIONS;
  }

  /**
   * Makes a validation that is due, in the process that validates; all others wait for it.
   *
   * @return the state, with the validation still due if a stop has cut it short
   */
  private RunState validate(
      RunState state,
      Optional<ValidationRound> validation,
      BooleanSupplier stop,
      TrainingListener listener) {
    RunState after = state.withValidationDue(false);
    if (validation.isPresent()) {
      Optional<PsnrSsim> quality;
      try {
        quality = validation.get().run(stop);
      } catch (OverflowException e) {
        throw Divergence.ofOutput(e, state, rate(state), highestRate(state), hasSaved);
      }
      if (quality.isPresent()) {
        double psnr = quality.get().psnr();
        after = state.validated(psnr);
        listener.validated(after, quality.get(), psnr > state.bestPsnr());
      } else {
        after = state;
      }
    }
    return after.withValidationDue(group.anyOf(after.validationDue()));
  }

  private StepReport report(RunState state, double rate) {
    LogInterval interval = state.unlogged();
    return new StepReport(
        state,
        progress(state),
        interval.losses() / interval.steps(),
        rate,
        interval.steps() * options.batch() / interval.seconds(),
        interval.waitSeconds(),
        Pointer.physicalBytes());
  }
}
