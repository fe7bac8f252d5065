package io.butcherblock.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.butcherblock.files.Json;
import io.butcherblock.train.BestSoFar;
import io.butcherblock.train.LevelStart;
import io.butcherblock.train.LogInterval;
import io.butcherblock.train.OnDivergence;
import io.butcherblock.train.RunState;

/** A {@link RunState} as JSON. What is infinite, as before a first validation, is left out. */
final class StateJson {

  private static final String STEP = "step";
  private static final String SECONDS = "seconds";
  private static final String BEST_PSNR = "best_psnr";
  private static final String LOWEST_LOSS = "lowest_loss";
  private static final String HALVINGS = "halvings";
  private static final String VALIDATION_DUE = "validation_due";
  private static final String UNLOGGED = "unlogged";
  private static final String STEPS = "steps";
  private static final String LOSSES = "losses";
  private static final String LEVEL = "level";
  private static final String LEVEL_STEP = "level_step";
  private static final String WAIT_SECONDS = "wait_seconds";

  private StateJson() {}

  static ObjectNode of(RunState state) {
    ObjectNode node = Json.MAPPER.createObjectNode();
    node.put(STEP, state.step());
    node.put(SECONDS, state.seconds());
    if (Double.isFinite(state.bestPsnr())) {
      node.put(BEST_PSNR, state.bestPsnr());
    }
    if (Double.isFinite(state.best().loss())) {
      node.put(LOWEST_LOSS, state.best().loss());
    }
    node.put(HALVINGS, state.halvings());
    node.put(VALIDATION_DUE, state.validationDue());
    if (!state.levelStart().equals(LevelStart.FIRST)) {
      node.put(LEVEL, state.levelStart().level()).put(LEVEL_STEP, state.levelStart().step());
    }
    node.putObject(UNLOGGED)
        .put(STEPS, state.unlogged().steps())
        .put(LOSSES, state.unlogged().losses())
        .put(SECONDS, state.unlogged().seconds())
        .put(WAIT_SECONDS, state.unlogged().waitSeconds());
    return node;
  }

  /**
   * Reads what {@link #of} made, or what the first version wrote: step, seconds and best PSNR.
   *
   * @throws DamagedStateException if a number is missing or out of its range
   */
  static RunState read(JsonNode node) throws DamagedStateException {
    JsonNode step = node.path(STEP);
    if (!step.isIntegralNumber() || !step.canConvertToLong() || step.asLong() < 0) {
      throw new DamagedStateException(StateRecord.FILE + " says no step");
    }
    JsonNode unlogged = node.path(UNLOGGED);
    LogInterval interval =
        unlogged.isMissingNode()
            ? LogInterval.EMPTY
            : new LogInterval(
                (int) number(unlogged, STEPS, (double) step.asLong()),
                number(unlogged, LOSSES, Double.MAX_VALUE),
                number(unlogged, SECONDS, Double.MAX_VALUE),
                number(unlogged, WAIT_SECONDS, Double.MAX_VALUE));
    return new RunState(
        step.asLong(),
        number(node, SECONDS, Double.MAX_VALUE),
        new BestSoFar(
            node.has(BEST_PSNR) ? finite(node, BEST_PSNR) : BestSoFar.NONE.psnr(),
            node.has(LOWEST_LOSS) ? finite(node, LOWEST_LOSS) : BestSoFar.NONE.loss()),
        node.has(HALVINGS) ? (int) number(node, HALVINGS, OnDivergence.MOST_HALVINGS) : 0,
        node.path(VALIDATION_DUE).asBoolean(),
        interval,
        levelStart(node, step.asLong()));
  }

  private static LevelStart levelStart(JsonNode node, long step) throws DamagedStateException {
    return node.has(LEVEL)
        ? new LevelStart(
            (int) number(node, LEVEL, Integer.MAX_VALUE),
            (long) number(node, LEVEL_STEP, (double) step))
        : LevelStart.FIRST;
  }

  private static double number(JsonNode node, String field, double most)
      throws DamagedStateException {
    double number = finite(node, field);
    if (number < 0 || number > most) {
      throw new DamagedStateException(
          "%s says %s for %s".formatted(StateRecord.FILE, number, field));
    }
    return number;
  }

  private static double finite(JsonNode node, String field) throws DamagedStateException {
    JsonNode number = node.path(field);
    if (!number.isNumber() || !Double.isFinite(number.asDouble())) {
      throw new DamagedStateException(
          "%s says no number for %s".formatted(StateRecord.FILE, field));
    }
    return number.asDouble();
  }
}
