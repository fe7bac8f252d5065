package io.butcherblock.results;

import io.butcherblock.run.RunFolder;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What a run trains, in the words that a picture of it has.
 *
 * @param scale 2, 3 or 4
 * @param parts scheme, vector field, blocks and channels, and what it is trained for, if not for
 *     images as they are: {@code leapfrog gv2, 4 x 32, trained for photo}
 */
public record RunSubject(String network, String scale, String parts) {

  /** The subject of a run whose weights have this metadata. */
  static RunSubject of(Map<String, String> metadata) {
    return new RunSubject(
        metadata.get("network"),
        metadata.get("scale"),
        "%s %s, %s x %s%s"
            .formatted(
                metadata.get("scheme"),
                metadata.get("vector_field"),
                metadata.get("blocks"),
                metadata.get("channels"),
                metadata.containsKey("degradation")
                    ? ", trained for " + metadata.get("degradation")
                    : ""));
  }

  /**
   * The subject of the run in a folder; empty if the folder does not say it.
   *
   * @throws io.butcherblock.error.ButcherblockException if what says it is no JSON
   */
  public static Optional<RunSubject> read(Path run) {
    return new RunFolder(run).network().map(RunSubject::of);
  }

  /** All of it in a line: {@code oisr-lf-s x2 (leapfrog gv2, 4 x 32)}. */
  String title() {
    return "%s x%s (%s)".formatted(network, scale, parts);
  }
}
