package io.butcherblock.run;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.train.TrainingImages;
import io.butcherblock.train.TrainingOptions;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a {@link RunWriter} is to record of a run, and how much of it to keep.
 *
 * @param options of the run
 * @param origin where options and weights come from, as text by name: {@code preset}, {@code
 *     start_from}
 * @param images that it trains and validates on, whose names and sizes are recorded
 * @param arguments what a program was given to set the run up, as texts by name, to be kept; may be
 *     empty
 * @param statesKept how many saved states are kept, the newest ones; at least 1
 */
public record RunSettings(
    TrainingOptions options,
    Map<String, String> origin,
    TrainingImages images,
    Map<String, List<String>> arguments,
    int statesKept) {

  /** The newest state, and one to fall back on if that should be damaged. */
  public static final int STATES_KEPT = 2;

  public RunSettings {
    // In their order, which is that of the log.
    origin = Collections.unmodifiableMap(new LinkedHashMap<>(origin));
    arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    if (statesKept < 1) {
      throw new ButcherblockException(
          "A run keeps at least 1 of its states, not " + statesKept + ".");
    }
  }
}
