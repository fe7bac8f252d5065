package io.butcherblock.run;

import io.butcherblock.degrade.Degradation;
import io.butcherblock.files.ContentDigest;
import io.butcherblock.files.FileFailure;
import io.butcherblock.files.WholeFile;
import io.butcherblock.train.CurrentLevel;
import io.butcherblock.train.RunState;
import io.butcherblock.weights.Weights;
import io.butcherblock.weights.WeightsInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The tensors of a saved state: the weights, Adam's moments, and the weights of the best validation
 * so far. Copies of both weights are kept outside of states, where people look for them.
 */
final class StateContent {

  private static final String WEIGHTS = RunFiles.WEIGHTS;
  private static final String BEST = RunFiles.BEST;
  private static final String ADAM = "adam.safetensors";

  private final CurrentLevel level;
  private final Degradation degradation;
  private final Path weights;
  private final Path best;

  /** The best weights of the states so far, in one of them. */
  private Optional<Path> bestSaved = Optional.empty();

  private boolean isBest;

  /**
   * The tensors of a run.
   *
   * @param level the network that is trained now
   * @param degradation that it is trained for
   * @param weights where their copy is kept
   * @param best where the copy of the best is kept
   */
  StateContent(CurrentLevel level, Degradation degradation, Path weights, Path best) {
    this.level = level;
    this.degradation = degradation;
    this.weights = weights;
    this.best = best;
  }

  /** The weights as they are now are the best so far. */
  void isBest() {
    isBest = true;
  }

  /** Writes the files of a state. */
  void writeTo(Path state) throws IOException {
    Weights.save(
        state.resolve(WEIGHTS),
        level.network().parameters(),
        WeightsInfo.of(level.network())
            .withDegradation(degradation)
            .withDoublings(level.doublings())
            .toMap());
    level.step().save(state.resolve(ADAM));
    if (isBest) {
      link(state.resolve(WEIGHTS), state.resolve(BEST));
    } else if (bestSaved.isPresent()) {
      link(bestSaved.get(), state.resolve(BEST));
    }
  }

  /** The same file under two names, as no state is ever changed; a copy where that cannot be. */
  private static void link(Path from, Path to) throws IOException {
    try {
      Files.createLink(to, from);
    } catch (UnsupportedOperationException | IOException e) {
      copy(from, to);
    }
  }

  private static void copy(Path from, Path to) {
    WholeFile.write(to, out -> Files.copy(from, out));
  }

  /** A state has been saved, and the copies follow it. */
  void saved(Path state) {
    copy(state.resolve(WEIGHTS), weights);
    if (isBest) {
      copy(state.resolve(BEST), best);
      isBest = false;
    }
    if (Files.exists(state.resolve(BEST))) {
      bestSaved = Optional.of(state.resolve(BEST));
    }
  }

  /** Loads a state into the network of its level and its optimizer. */
  void load(Path state, RunState at) {
    level.goTo(at.levelStart().level());
    Weights.load(state.resolve(WEIGHTS), level.network());
    level.step().load(state.resolve(ADAM));
  }

  /**
   * Makes the copies those of a state that was loaded; a crash, or damage, may have come between.
   */
  void restore(Path state, StateRecord record) {
    isBest = false;
    if (!record.hasDigests()) {
      // The first version kept the best weights outside only.
      bestSaved = Files.exists(best) ? Optional.of(best) : Optional.empty();
      return;
    }
    restore(state.resolve(WEIGHTS), record, weights);
    bestSaved = Optional.empty();
    if (record.files().containsKey(BEST)) {
      restore(state.resolve(BEST), record, best);
      bestSaved = Optional.of(state.resolve(BEST));
    } else {
      try {
        Files.deleteIfExists(best);
      } catch (IOException e) {
        throw FileFailure.cannot("remove", best, e);
      }
    }
  }

  private static void restore(Path saved, StateRecord record, Path copy) {
    String digest = record.files().get(saved.getFileName().toString());
    if (!Files.exists(copy) || !ContentDigest.ofBytes(copy).equals(digest)) {
      copy(saved, copy);
    }
  }
}
