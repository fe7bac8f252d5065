package io.butcherblock.pictures;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Versions of one picture that a person compares: bicubic, the output of some networks, the
 * original. A divider is drawn across two of them, and enlarged parts of all stand side by side.
 */
public final class Comparison {

  /** Maps of one kind with what their colors mean. */
  record MapGroup(List<Version> versions, ColorScale scale) {

    MapGroup {
      versions = List.copyOf(versions);
    }
  }

  /** One version, with what is said under it, such as its PSNR. */
  record Version(String name, String note, Picture picture) {}

  private final String title;
  private final List<Version> versions = new ArrayList<>();
  private final List<MapGroup> maps = new ArrayList<>();

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
    check(name, picture);
    versions.add(new Version(name, note, picture));
    return this;
  }

  /**
   * Adds maps of errors to one scale. They are shown below the versions, and can be shown in their
   * place.
   *
   * @param scale what their colors mean
   * @param pictures drawn to this scale, by name, in the order of the map
   * @throws IllegalArgumentException if there is no version, or one has another size than these
   */
  public Comparison maps(ColorScale scale, Map<String, Picture> pictures) {
    List<Version> all = new ArrayList<>();
    pictures.forEach(
        (name, picture) -> {
          check(name, picture);
          all.add(new Version(name, "", picture));
        });
    maps.add(new MapGroup(all, scale));
    return this;
  }

  private void check(String name, Picture picture) {
    if (!versions.isEmpty()) {
      Picture first = versions.get(0).picture();
      if (picture.width() != first.width() || picture.height() != first.height()) {
        throw new IllegalArgumentException(
            "%s is %s x %s, the others are %s x %s."
                .formatted(name, picture.width(), picture.height(), first.width(), first.height()));
      }
    }
  }

  String title() {
    return title;
  }

  List<Version> versions() {
    return List.copyOf(versions);
  }

  List<MapGroup> maps() {
    return List.copyOf(maps);
  }
}
