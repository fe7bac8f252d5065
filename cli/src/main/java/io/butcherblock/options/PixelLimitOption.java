package io.butcherblock.options;

import io.butcherblock.image.PixelLimit;
import picocli.CommandLine.Option;

/** {@code --max-megapixels}, for commands that read images. */
public final class PixelLimitOption {

  private static final long MILLION = 1_000_000;

  /** Called by picocli for every command that has the option, given or not. */
  @Option(
      names = "--max-megapixels",
      paramLabel = "N",
      defaultValue = "200",
      converter = Converters.PositiveInteger.class,
      description =
          "Refuse images of more than N million pixels before they are decoded (default:"
              + " ${DEFAULT-VALUE}).")
  void set(int millions) {
    PixelLimit.set(millions * MILLION);
  }
}
