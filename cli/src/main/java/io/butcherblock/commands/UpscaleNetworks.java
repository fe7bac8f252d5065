package io.butcherblock.commands;

import io.butcherblock.Enlarger;
import io.butcherblock.InferenceOptions;
import io.butcherblock.SuperResolution;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.image.ImageNames;
import io.butcherblock.models.ImageKind;
import io.butcherblock.models.ModelCatalogue;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.options.Converters;
import io.butcherblock.options.ModelNames;
import io.butcherblock.options.NetworkOptions;
import io.butcherblock.options.RunOptions;
import io.butcherblock.options.SizeOptions;
import io.butcherblock.upscale.TargetSize;
import io.butcherblock.weights.WeightsInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Which networks enlarge images: that of a file of weights, or the trained ones that come along.
 */
final class UpscaleNetworks {

  /** How many times images are enlarged if nobody says. */
  private static final int DEFAULT_SCALE = 2;

  @Mixin private NetworkOptions options;

  @Mixin private RunOptions run;

  @Mixin private SizeOptions size;

  @Option(
      names = "--weights",
      paramLabel = "FILE",
      description =
          "Weights of NETWORK: a safetensors file or a PyTorch state dict (.pt, .pth), with our"
              + " keys or the official implementation's (default: the trained weights that come"
              + " along).")
  private Path weights;

  @Option(
      names = "--model",
      paramLabel = "clean|photo",
      converter = Converters.KindOfImages.class,
      description =
          "Which of the trained weights that come along: clean, for images without artifacts; or"
              + " photo, for photographs (default: photo for what is compressed with loss, a JPEG"
              + " by its quantization tables; else clean).")
  private ImageKind kind;

  /** The files that are read besides the images. */
  List<Path> files() {
    return weights == null ? List.of() : List.of(weights);
  }

  /**
   * Takes the name of a network off the parameters, and leaves the images.
   *
   * @param parameters {@code [NETWORK] IN...}; not changed
   */
  Parameters split(List<Path> parameters) {
    String first = parameters.get(0).toString();
    boolean isNetwork =
        !Files.exists(parameters.get(0)) && Catalogue.onClassPath().networks().containsKey(first);
    parameters.forEach(ModelNames::refuseAsImage);
    files().forEach(ModelNames::refuseAsImage);
    if (weights == null) {
      if (isNetwork) {
        throw new ButcherblockException(
            "The weights of %s are missing: give --weights FILE; without NETWORK the trained weights that come along are taken."
                .formatted(first));
      }
      return new Parameters(Optional.empty(), parameters);
    }
    boolean named =
        isNetwork
            || (parameters.size() > 1 && isName(parameters.get(0)))
            || (Files.exists(weights) && WeightsInfo.read(weights).network().isEmpty());
    return named
        ? new Parameters(Optional.of(first), parameters.subList(1, parameters.size()))
        : new Parameters(Optional.empty(), parameters);
  }

  /** Whether a parameter can be the name of a network, and not that of an image that is missing. */
  private static boolean isName(Path parameter) {
    return !Files.exists(parameter)
        && parameter.getNameCount() == 1
        && !ImageNames.isImage(parameter);
  }

  /**
   * What was given.
   *
   * @param network the name of the network, which some weights tell themselves
   */
  record Parameters(Optional<String> network, List<Path> images) {}

  /**
   * Opens what enlarges; the caller closes it.
   *
   * @param network the name that was given
   * @param localRank the number of this process on its machine, which is that of its GPU
   */
  Enlargers open(Optional<String> network, int localRank) {
    if (weights == null) {
      options.refuse();
      if (options.scale().isPresent() && size.size().isPresent()) {
        throw new ButcherblockException(
            "--scale says which network of --weights is run; without them give the size alone,"
                + " --by, --to, --width or --height.");
      }
      // Before a device is looked for, which may take long.
      ModelCatalogue.onClassPath().of(kind == null ? ImageKind.CLEAN : kind);
      InferenceOptions inference = run.options(localRank);
      return Enlargers.ofModels(
          Optional.ofNullable(kind),
          sizeOr(options.scale().orElse(DEFAULT_SCALE)),
          each -> Enlarger.of(each, inference));
    }
    if (kind != null) {
      throw new ButcherblockException(
          "--model chooses among the trained weights that come along; leave it out where --weights"
              + " names a file.");
    }
    WeightsInfo saved = WeightsInfo.read(weights);
    // split() has made sure that there is one.
    String name = network.or(saved::network).orElseThrow();
    SuperResolution sr =
        SuperResolution.load(
            weights, options.spec(name, saved), options.scale(saved), run.options(localRank));
    return Enlargers.of(sr, sizeOr(sr.scale()));
  }

  private TargetSize sizeOr(int scale) {
    return size.size().orElseGet(() -> TargetSize.by(scale));
  }
}
