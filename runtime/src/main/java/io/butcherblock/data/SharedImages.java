package io.butcherblock.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Images that a network is measured on although it is trained on them. */
public final class SharedImages {

  private SharedImages() {}

  /**
   * A sentence on images of which a file is one of the training images, by whatever name or link.
   *
   * @param purpose what they are for, as in "to validate on"
   * @param images those that are measured on
   * @param training those that are trained on
   * @return empty if there is none
   */
  public static Optional<String> note(
      String purpose, List<ImagePair> images, List<ImagePair> training) {
    Set<Path> known =
        training.stream()
            .flatMap(pair -> pair.files().stream())
            .map(SharedImages::real)
            .collect(Collectors.toSet());
    long shared =
        images.stream()
            .filter(pair -> pair.files().stream().map(SharedImages::real).anyMatch(known::contains))
            .count();
    return shared == 0
        ? Optional.empty()
        : Optional.of(
            "%s of the %s images %s %s among the training images; figures of images that a network has seen are better than those of others."
                .formatted(shared, images.size(), purpose, shared == 1 ? "is" : "are"));
  }

  private static Path real(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      // Whoever reads it says what is wrong with it.
      return file.toAbsolutePath().normalize();
    }
  }
}
