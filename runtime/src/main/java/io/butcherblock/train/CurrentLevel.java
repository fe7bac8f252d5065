package io.butcherblock.train;

import io.butcherblock.device.Precision;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.execute.CloseOnFailure;
import io.butcherblock.nn.SuperResolutionNetwork;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bytedeco.pytorch.Device;

/**
 * The network that a run trains now, with what makes its steps: one after the other those of its
 * {@link Levels}. The optimizer of each begins with no moments, for the gradients of a block are
 * other ones when it has half the step size.
 *
 * <p>Owns networks and steps that it made: the caller closes it.
 */
public final class CurrentLevel implements AutoCloseable {

  private final Levels levels;
  private final long seed;
  private final Function<SuperResolutionNetwork, TrainingStep> steps;
  private final boolean owns;
  private SuperResolutionNetwork network;
  private TrainingStep step;
  private int level;

  private CurrentLevel(
      Levels levels,
      long seed,
      Function<SuperResolutionNetwork, TrainingStep> steps,
      SuperResolutionNetwork first,
      boolean owns) {
    this.levels = levels;
    this.seed = seed;
    this.steps = steps;
    this.owns = owns;
    this.network = first;
    this.step = steps.apply(first);
  }

  /**
   * The first level of a run, with the initial weights of its network.
   *
   * @param scale the enlargement: 2, 3 or 4
   * @param seed of the initial weights
   * @param device where networks are trained; stays the caller's
   * @param precision that all networks compute in
   * @param steps makes what trains a network
   * @throws ButcherblockException if the device does not have the precision, or what trains the
   *     network cannot be made
   */
  public static CurrentLevel first(
      Levels levels,
      int scale,
      long seed,
      Device device,
      Precision precision,
      Function<SuperResolutionNetwork, TrainingStep> steps) {
    try (CloseOnFailure made = new CloseOnFailure()) {
      SuperResolutionNetwork network =
          made.add(new SuperResolutionNetwork(levels.network(0), scale, seed, device));
      network.use(precision);
      if (levels.count() > 1) {
        levels.doubling(0).prepare(network, levels.count() - 1);
      }
      CurrentLevel first = new CurrentLevel(levels, seed, steps, network, true);
      made.keep();
      return first;
    }
  }

  /**
   * The one level of a run that has no other.
   *
   * @param step stays the caller's
   * @param budget of the run
   */
  public static CurrentLevel only(TrainingStep step, Budget budget) {
    SuperResolutionNetwork network = step.network();
    Levels one = Levels.of(network.spec(), network.scale(), 1, budget);
    return new CurrentLevel(one, 0, each -> step, network, false);
  }

  /**
   * Leaves the network for that of another level.
   *
   * @param prepare gives it other weights than initial ones
   */
  private void change(int number, Consumer<SuperResolutionNetwork> prepare) {
    try (CloseOnFailure made = new CloseOnFailure()) {
      SuperResolutionNetwork next =
          made.add(
              new SuperResolutionNetwork(
                  levels.network(number), network.scale(), seed, network.parameters().device()));
      next.use(network.precision());
      prepare.accept(next);
      TrainingStep nextStep = steps.apply(next);
      made.keep();
      close();
      network = next;
      step = nextStep;
      level = number;
    }
  }

  /** Of the whole run. */
  public Levels levels() {
    return levels;
  }

  /** The network that is trained now; closed with its level. */
  public SuperResolutionNetwork network() {
    return network;
  }

  /** What trains it; closed with its level. */
  public TrainingStep step() {
    return step;
  }

  /** How often the blocks are still to be doubled. */
  public int doublings() {
    return levels.count() - 1 - level;
  }

  /** Where the run stands, its network and its level's size. */
  public LevelReport report(RunState state) {
    return new LevelReport(
        state, level + 1, levels.count(), network.spec(), network.parameters().count());
  }

  /** Whether the level of a state is done and another comes behind it. */
  public boolean isToBeDoubled(RunState state) {
    return level + 1 < levels.count()
        && levels.span(level).done(state) >= 1
        && !state.validationDue();
  }

  /**
   * Goes on to the next level: each block becomes two.
   *
   * @param state behind the last step of this level
   * @return the state before the first step of the next; where that has none, such as of a run that
   *     is resumed with fewer steps than it had, its validation is due
   */
  public RunState next(RunState state) {
    change(level + 1, larger -> levels.doubling(level).copy(network, larger));
    RunState next = state.nextLevel();
    return next.withValidationDue(span().done(next) >= 1);
  }

  /**
   * Goes to a level whose weights are then loaded.
   *
   * @throws ButcherblockException if there is no such level
   */
  public void goTo(int number) {
    if (number < 0 || number >= levels.count()) {
      throw new ButcherblockException("it is of a level that the run does not have");
    }
    if (number != level) {
      change(number, initial -> {});
    }
  }

  /** The part of the run that this level takes. */
  LevelSpan span() {
    return levels.span(level);
  }

  /**
   * Brings all processes to the level, the weights and the optimizer's state of rank 0.
   *
   * @param start the state of the run in rank 0; ignored in the others
   * @return the state of the run in rank 0
   */
  public RunState broadcast(RunState start) {
    RunState state = StateBroadcast.share(start, step.group());
    goTo(state.levelStart().level());
    StateBroadcast.share(state, step);
    return state;
  }

  @Override
  public void close() {
    if (owns) {
      step.close();
      network.close();
    }
  }
}
