package io.butcherblock.train;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.Setting;
import io.butcherblock.names.Counted;
import io.butcherblock.nn.BlockDoubling;
import io.butcherblock.nn.NetworkSize;
import io.butcherblock.nn.NetworkSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The levels of a run: the networks that are trained one after the other, each with twice the
 * blocks and half the step size of the one before, and how the run is divided among them (Chang,
 * Meng, Haber, Tung and Begert, Multi-level Residual Networks from Dynamical Systems View, ICLR
 * 2018).
 *
 * <p>Each has the same number of steps, as in that paper. Where the run has a time, each has the
 * share of it that its multiply-accumulates have, which comes to about as many steps.
 */
public final class Levels {

  private final List<NetworkSpec> networks = new ArrayList<>();
  private final List<BlockDoubling> doublings = new ArrayList<>();
  private final List<LevelSpan> spans = new ArrayList<>();

  private Levels(NetworkSpec finest, int scale, int count, Budget budget) {
    networks.add(finest);
    for (int i = 1; i < count; i++) {
      BlockDoubling doubling = BlockDoubling.to(networks.get(0));
      doublings.add(0, doubling);
      networks.add(0, doubling.coarse());
    }
    divide(scale, budget);
  }

  /**
   * The levels of a run.
   *
   * @param finest the network that the run ends with
   * @param scale its enlargement: 2, 3 or 4
   * @param count the number of levels, at least 1
   * @param budget of the whole run
   * @throws ButcherblockException if the number of its blocks cannot be halved so often, its blocks
   *     cannot be doubled, or there are fewer steps than levels
   */
  public static Levels of(NetworkSpec finest, int scale, int count, Budget budget) {
    int most = Integer.numberOfTrailingZeros(finest.blocks()) + 1;
    if (count > most) {
      throw ButcherblockException.of(
          "A network of %s has no %s levels, for each has half as many blocks as the next;"
              + " give at most %s, or %s that can be halved %s.",
          Counted.of(finest.blocks(), "block"),
          count,
          Setting.LEVELS.of(most),
          Setting.BLOCKS,
          Counted.of(count - 1, "time"));
    }
    if (budget instanceof Budget.Steps steps && steps.steps() < count) {
      throw ButcherblockException.of(
          "A run of %s has no step for each of %s levels; give more steps, or fewer %s.",
          steps, count, Setting.LEVELS);
    }
    return new Levels(finest, scale, count, budget);
  }

  private void divide(int scale, Budget budget) {
    double[] costs =
        networks.stream()
            .mapToDouble(each -> (double) NetworkSize.of(each, scale).macs())
            .toArray();
    double sum = 0;
    for (double cost : costs) {
      sum += cost;
    }
    if (count() == 1) {
      spans.add(LevelSpan.whole(budget));
      return;
    }
    double before = 0;
    for (int i = 0; i < count(); i++) {
      double next = i == count() - 1 ? 1 : before + costs[i] / sum;
      spans.add(span(budget, i, before, next));
      before = next;
    }
  }

  private LevelSpan span(Budget budget, int level, double before, double next) {
    if (budget instanceof Budget.Steps steps) {
      long from = boundary(steps.steps(), level);
      long to = boundary(steps.steps(), level + 1);
      return new LevelSpan(new Budget.Steps(to - from), from, 0, before, next - before);
    }
    long whole = ((Budget.Time) budget).time().toMillis();
    long from = Math.round(whole * before);
    long to = Math.max(from + 1, Math.round(whole * next));
    return new LevelSpan(
        new Budget.Time(Duration.ofMillis(to - from)), 0, from / 1000.0, before, next - before);
  }

  private long boundary(long steps, int level) {
    // The whole part of steps * level / count, which may be no long on the way.
    return steps / count() * level + steps % count() * level / count();
  }

  /** The number of levels. */
  public int count() {
    return networks.size();
  }

  /** The network that the run ends with. */
  public NetworkSpec finest() {
    return networks.get(count() - 1);
  }

  /**
   * The network of a level.
   *
   * @param level its number from 0
   */
  public NetworkSpec network(int level) {
    return networks.get(level);
  }

  /** How much of the work of the whole run is done, 0 to 1. */
  public double progress(RunState state) {
    return span(state.levelStart().level()).progress(state);
  }

  /**
   * How many steps of {@link #finest} take as long as those of a run, by multiply-accumulates.
   *
   * @param steps of the run
   */
  public long fullSizeSteps(long steps) {
    return Math.max(1, Math.round(steps / (count() * span(count() - 1).work())));
  }

  /** The part of the run that a level takes. */
  LevelSpan span(int level) {
    return spans.get(level);
  }

  /** From a level to the next. */
  BlockDoubling doubling(int level) {
    return doublings.get(level);
  }
}
