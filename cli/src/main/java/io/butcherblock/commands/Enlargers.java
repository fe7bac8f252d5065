package io.butcherblock.commands;

import io.butcherblock.Enlarger;
import io.butcherblock.SuperResolution;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.image.ImageFiles;
import io.butcherblock.models.ImageKind;
import io.butcherblock.models.WeightsChoice;
import io.butcherblock.upscale.TargetSize;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What enlarges each image: one network, or those that suit its kind. */
final class Enlargers implements AutoCloseable {

  private final Optional<ImageKind> always;
  private final TargetSize size;
  private final Function<ImageKind, Enlarger> source;
  private final Map<ImageKind, Enlarger> open = new EnumMap<>(ImageKind.class);
  private final Optional<SuperResolution> network;

  private Enlargers(
      Optional<ImageKind> always,
      TargetSize size,
      Function<ImageKind, Enlarger> source,
      Optional<SuperResolution> network) {
    this.always = always;
    this.size = size;
    this.source = source;
    this.network = network;
  }

  /**
   * One network for all images.
   *
   * @param network is closed with this object
   */
  static Enlargers of(SuperResolution network, TargetSize size) {
    Enlarger enlarger = Enlarger.of(network);
    return new Enlargers(
        Optional.of(ImageKind.CLEAN), size, kind -> enlarger, Optional.of(network));
  }

  /**
   * The trained networks that come along.
   *
   * @param kind that of all images, or empty to look at each
   */
  static Enlargers ofModels(
      Optional<ImageKind> kind, TargetSize size, Function<ImageKind, Enlarger> source) {
    return new Enlargers(kind, size, source, Optional.empty());
  }

  /** The size that images become. */
  TargetSize size() {
    return size;
  }

  /** What enlarges an image; closed with this object. */
  Enlarger of(Path image) {
    return open.computeIfAbsent(kind(image), source);
  }

  private ImageKind kind(Path image) {
    return always.orElseGet(() -> ImageKind.of(image));
  }

  /** Everything that the enlarged images depend on, but for the images; a line each. */
  List<String> facts(List<ImageJobs.Job> jobs) {
    return jobs.stream()
        .map(job -> kind(job.from()))
        .distinct()
        .sorted()
        .flatMap(kind -> open.computeIfAbsent(kind, source).facts(size).stream())
        .toList();
  }

  /** Which weights are taken and why, in a line; empty if a file of weights was given. */
  Optional<String> choice(List<ImageJobs.Job> jobs) {
    if (network.isPresent() || (jobs.size() == 1 && !isImage(jobs.get(0).from()))) {
      return Optional.empty();
    }
    if (always.isPresent() || jobs.size() == 1) {
      WeightsChoice choice = always.map(WeightsChoice::of).orElseGet(() -> of(jobs.get(0)));
      String others =
          choice.kind() == ImageKind.PHOTO
              ? "--model clean takes the others"
              : "--model photo takes those for photographs";
      String why = choice.toText("as --model says");
      return Optional.of(choice.reason().isEmpty() ? why + "." : "%s (%s).".formatted(why, others));
    }
    long photos = jobs.stream().filter(job -> kind(job.from()) == ImageKind.PHOTO).count();
    if (photos == 0 || photos == jobs.size()) {
      return Optional.of(
          "Weights: %s, since %s of the %s images are compressed with loss (--model chooses)."
              .formatted(
                  photos == 0 ? ImageKind.CLEAN : ImageKind.PHOTO,
                  photos == 0 ? "none" : "all",
                  jobs.size()));
    }
    return Optional.of(
        "Weights: photo for %s of %s images, those that are compressed with loss; clean for the others (--model chooses)."
            .formatted(photos, jobs.size()));
  }

  /** If not, who reads its pixels says why, and nothing is enlarged. */
  private static boolean isImage(Path file) {
    try {
      return ImageFiles.size(file).width() > 0;
    } catch (ButcherblockException e) {
      return false;
    }
  }

  private static WeightsChoice of(ImageJobs.Job only) {
    return WeightsChoice.of(only.from(), String.valueOf(only.from().getFileName()));
  }

  @Override
  public void close() {
    open.values().forEach(Enlarger::close);
    network.ifPresent(SuperResolution::close);
  }
}
