package io.butcherblock.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Versions of one picture that a person compares: bicubic, the output of some networks, the
 * original. A divider is drawn across two of them, and enlarged parts of all stand side by side.
 */
public final class Comparison {

  /** One version, with what is said under it, such as its PSNR. */
  record Version(String name, String note, Picture picture) {}

  private final String title;
  private final List<Version> versions = new ArrayList<>();

  public Comparison(String title) {
    this.title = title;
  }

  /**
   * Adds a version. The first two are shown first; the last should be the original.
   *
   * @param note a few words under it; may be empty
   * @throws IllegalArgumentException if its size is not that of the others
   */
  public Comparison version(String name, String note, Picture picture) {
    if (!versions.isEmpty()) {
      Picture first = versions.get(0).picture();
      if (picture.width() != first.width() || picture.height() != first.height()) {
        throw new IllegalArgumentException(
            "%s is %d x %d, the others are %d x %d."
                .formatted(name, picture.width(), picture.height(), first.width(), first.height()));
      }
    }
    versions.add(new Version(name, note, picture));
    return this;
  }

  String title() {
    return title;
  }

  List<Version> versions() {
    return List.copyOf(versions);
  }
}
