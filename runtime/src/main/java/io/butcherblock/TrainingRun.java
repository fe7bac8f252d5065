package io.butcherblock;

import io.butcherblock.distributed.ProcessGroup;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.execute.CloseOnFailure;
import io.butcherblock.image.Image;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.run.RunFolder;
import io.butcherblock.run.RunWriter;
import io.butcherblock.run.TrainingEvents;
import io.butcherblock.train.CurrentLevel;
import io.butcherblock.train.Divergence;
import io.butcherblock.train.Levels;
import io.butcherblock.train.OnDivergence;
import io.butcherblock.train.RunState;
import io.butcherblock.train.Trainer;
import io.butcherblock.train.TrainingImages;
import io.butcherblock.train.TrainingListener;
import io.butcherblock.train.TrainingOptions;
import io.butcherblock.train.TrainingStep;
import io.butcherblock.weights.Weights;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.bytedeco.pytorch.Device;

/**
 * The training of one network: L1 loss and Adam on patches of images (He et al., CVPR 2019, section
 * 4.2).
 *
 * <pre>{@code
 * NetworkSpec spec = Catalogue.onClassPath().network("oisr-lf-s");
 * TrainingSetup setup =
 *     TrainingRun.of(spec, 2).images(Path.of("DIV2K")).folder(Path.of("runs/lf-s"));
 * try (TrainingRun run = setup.open()) {
 *   run.train();
 * }
 * }</pre>
 *
 * <p>Owns its network, which lives until {@link #close}. For one thread, but for {@link #close}.
 */
public final class TrainingRun implements AutoCloseable {

  private final TrainingOptions options;
  private final ProcessGroup processes;
  private final TrainingImages images;
  private final CurrentLevel level;
  private final Optional<RunWriter> writer;
  private final Optional<TrainingEvents> events;
  private final Optional<Weights.Taken> startedFrom;
  private final OnDivergence onDivergence;

  /** Held while the network is trained, so that nobody frees it meanwhile. */
  private final ReentrantLock training = new ReentrantLock();

  private RunState state;
  private boolean usable = true;
  private volatile boolean closed;
  private boolean freed;

  /** Builds the network of a setup and opens its folder. */
  TrainingRun(TrainingSetup setup, TrainingImages images, Device device) {
    // The setup may be changed afterwards, for another run.
    this.options = setup.options();
    this.processes = setup.processes();
    this.images = images;
    this.onDivergence = setup.onDivergence();
    try (CloseOnFailure made = new CloseOnFailure()) {
      this.level =
          made.add(
              CurrentLevel.first(
                  setup.levels(),
                  setup.scale(),
                  options.seed(),
                  device,
                  setup.precision(),
                  network ->
                      new TrainingStep(network, options.adam(), processes, options.activations())));
      Optional<Weights.Taken> taken = setup.goesOn() ? Optional.empty() : startFrom(setup);
      Optional<RunWriter> opened =
          setup.keepsFolder()
              ? Optional.of(made.add(setup.openFolder(level, images)))
              : Optional.empty();
      this.writer = opened;
      this.events = setup.writesEvents() ? opened.map(TrainingEvents::new) : Optional.empty();
      this.startedFrom = taken;
      this.state = level.broadcast(opened.map(RunWriter::start).orElse(RunState.START));
      if (onDivergence == OnDivergence.RETRY && state.equals(RunState.START)) {
        // What there is to go back to before the first save.
        opened.ifPresent(run -> run.save(RunState.START));
      }
      made.keep();
    }
  }

  /**
   * Starts the setup of a run, with the options of {@link io.butcherblock.train.Preset#SHORT}, on a
   * GPU if there is one that works.
   *
   * @param spec the network to train
   * @param scale the enlargement: 2, 3 or 4
   * @return a new setup, whose {@link TrainingSetup#open} builds the run
   */
  public static TrainingSetup of(NetworkSpec spec, int scale) {
    return new TrainingSetup(spec, scale);
  }

  private Optional<Weights.Taken> startFrom(TrainingSetup setup) {
    return setup.firstWeights().map(file -> Weights.start(file, level.network()));
  }

  /**
   * Trains until the budget is used up.
   *
   * @return the state of the run at its end
   * @throws ButcherblockException if the run diverges, memory or disk space runs out, or an image
   *     cannot be read
   * @throws IllegalStateException if the run is closed, or failed before
   */
  public RunState train() {
    return train(TrainingListener.none(), () -> false);
  }

  /**
   * Trains until the budget is used up or {@code stop} returns true; the state is then saved, and a
   * later run in the same folder can resume.
   *
   * @param listener called on this thread; in processes other than rank 0 it is never called
   * @param stop asked after each step
   * @return the state of the run at its end
   * @throws ButcherblockException if the run diverges, memory or disk space runs out, or an image
   *     cannot be read
   * @throws IllegalStateException if the run is closed, or if it failed before, be it by an
   *     exception of the listener: its weights are then those of no saved step, and a run that is
   *     opened anew can go on from the last that was
   */
  public RunState train(TrainingListener listener, BooleanSupplier stop) {
    // Before a step is made that could not be told, nor saved.
    Objects.requireNonNull(listener, "listener");
    Objects.requireNonNull(stop, "stop");
    training.lock();
    try {
      if (!usable || closed) {
        throw new IllegalStateException(
            "The run is closed or has failed; open it anew to go on from where it was saved last.");
      }
      usable = false;
      return trainedUnlessItDiverges(listener, () -> closed || stop.getAsBoolean());
    } finally {
      // A listener that trains is refused, and frees nothing that is in use.
      if (closed && training.getHoldCount() == 1) {
        free();
      }
      training.unlock();
    }
  }

  private RunState trainedUnlessItDiverges(TrainingListener listener, BooleanSupplier stop) {
    while (true) {
      try {
        state = trained(listener, stop);
        usable = true;
        return state;
      } catch (Divergence e) {
        state = goBack(e);
        listener.wentBack(e, state);
      }
    }
  }

  private RunState trained(TrainingListener listener, BooleanSupplier stop) {
    boolean first = processes.isRankZero();
    TrainingListener told = first ? told(listener) : TrainingListener.none();
    RunState reached = trainedLevel(state, told, stop);
    while (level.isToBeDoubled(reached)) {
      reached = trainedLevel(level.next(reached), told, stop);
    }
    return reached;
  }

  private RunState trainedLevel(RunState start, TrainingListener told, BooleanSupplier stop) {
    if (level.levels().count() > 1 && start.step() == start.levelStart().step()) {
      told.level(level.report(start));
    }
    Consumer<Image> shown = image -> events.ifPresent(each -> each.enlarged(image));
    return new Trainer(level, options)
        .run(
            start,
            images.training(),
            processes.isRankZero()
                ? images.validation().of(level.network(), shown)
                : Optional.empty(),
            stop,
            told);
  }

  /** What is written comes before what is shown. */
  private TrainingListener told(TrainingListener listener) {
    TrainingListener told = events.map(each -> each.before(listener)).orElse(listener);
    return writer.map(run -> run.and(told)).orElse(told);
  }

  /** The last saved state with half the learning rate, if that is wanted and not done too often. */
  private RunState goBack(Divergence divergence) {
    if (onDivergence == OnDivergence.STOP || !divergence.isSeenByAll(processes.size())) {
      throw divergence;
    }
    RunState saved = writer.map(RunWriter::goBack).orElse(RunState.START);
    int times = Math.max(state.halvings(), saved.halvings()) + 1;
    RunState again = level.broadcast(saved.halved(times));
    if (again.halvings() > OnDivergence.MOST_HALVINGS) {
      throw divergence;
    }
    double rate = options.adam().learningRate() * Math.pow(0.5, again.halvings());
    writer.ifPresent(run -> run.logDivergence(divergence, again, rate));
    events.ifPresent(each -> each.wentBack(divergence, again));
    return again;
  }

  /** The current state of the run: steps done, training time, best validation PSNR. */
  public RunState state() {
    return state;
  }

  /**
   * The network that is trained. It is closed with this run, or before, when a run of several
   * levels ({@link TrainingOptions#levels}) goes on to the next, which has a network of its own;
   * the caller does not close it.
   */
  public SuperResolutionNetwork network() {
    return level.network();
  }

  /** The networks that are trained one after the other; one, unless it was asked for more. */
  public Levels levels() {
    return level.levels();
  }

  /** The images that the network is trained and validated on. */
  public TrainingImages images() {
    return images;
  }

  /**
   * The folder that the run writes to; empty if none was set, and in processes other than rank 0.
   */
  public Optional<RunFolder> folder() {
    return writer.map(RunWriter::folder);
  }

  /** Sentences on what was found when the folder was opened, such as states that are damaged. */
  public List<String> notes() {
    return writer.map(RunWriter::notes).orElse(List.of());
  }

  /**
   * How much was taken from the weights file given to {@link TrainingSetup#startFrom}; empty if
   * none was given, or if the run was resumed from its own saved state.
   */
  public Optional<Weights.Taken> startedFrom() {
    return startedFrom;
  }

  /**
   * Frees the native memory of the network and of the optimizer, and closes the run's folder.
   * Further calls do nothing. While another thread trains, this waits until the step in hand is
   * finished and the state saved, as if {@code stop} had returned true; called by a listener, that
   * is done after it has returned.
   */
  @Override
  public void close() {
    closed = true;
    if (training.isHeldByCurrentThread()) {
      return;
    }
    training.lock();
    try {
      free();
    } finally {
      training.unlock();
    }
  }

  private void free() {
    if (freed) {
      return;
    }
    freed = true;
    events.ifPresent(TrainingEvents::close);
    try {
      writer.ifPresent(RunWriter::close);
    } finally {
      level.close();
    }
  }
}
