package io.butcherblock.options;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.PlainText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An option that stands in a file.
 *
 * @param name without dashes
 * @param values as they are written, without quotes; one, if it is no list
 * @param line where its name stands, from 1; 0 where that is not known
 */
public record OptionEntry(Path file, String name, List<String> values, int line) {

  /** Options without lines. */
  public static List<OptionEntry> of(Path file, Map<String, List<String>> options) {
    List<OptionEntry> entries = new ArrayList<>();
    options.forEach((name, values) -> entries.add(new OptionEntry(file, name, values, 0)));
    return entries;
  }

  /** The failure of this option, as a sentence. */
  public ButcherblockException failure(String what) {
    return new ButcherblockException(
        PlainText.of(file) + (line > 0 ? ", line " + line : "") + ": " + Texts.sentence(what));
  }
}
