package io.butcherblock.weights;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.PlainText;
import io.butcherblock.error.Setting;
import io.butcherblock.names.NameList;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The keys in which a file and a network differ. */
final class Mismatch {

  private static final int NAMED = 3;

  private final List<String> misshapen = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();
  private final List<String> unexpected = new ArrayList<>();

  void misshapen(String key, List<Long> inFile, List<Long> inNetwork) {
    misshapen.add(
        PlainText.shortOf(key) + " (" + inFile + " in the file, " + inNetwork + " in the network)");
  }

  void missing(String key) {
    missing.add(PlainText.shortOf(key));
  }

  void unexpected(String key) {
    unexpected.add(PlainText.shortOf(key));
  }

  /** Throws a {@link ButcherblockException} that names the keys, unless there are none. */
  void check(Path file, String network, String savedFor) {
    List<String> parts = new ArrayList<>();
    describe(parts, "missing ", missing);
    describe(parts, "unexpected ", unexpected);
    describe(parts, "of another shape ", misshapen);
    if (!parts.isEmpty()) {
      throw ButcherblockException.of(
          "%s does not hold the weights of %s: %s; it is probably another network or size%s: check"
              + " the network's name, %s, %s and %s.",
          file,
          network,
          String.join("; ", parts),
          savedFor,
          Setting.SCALE,
          Setting.BLOCKS,
          Setting.CHANNELS);
    }
  }

  private static void describe(List<String> parts, String what, List<String> keys) {
    if (!keys.isEmpty()) {
      parts.add(what + NameList.of(keys, NAMED));
    }
  }
}
