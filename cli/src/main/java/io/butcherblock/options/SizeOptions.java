package io.butcherblock.options;

import io.butcherblock.image.ImageSize;
import io.butcherblock.image.Ratio;
import io.butcherblock.upscale.TargetSize;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The size that enlarged images are to have. */
public final class SizeOptions {

  @ArgGroup private Size size;

  private static final class Size {

    @Option(
        names = "--by",
        paramLabel = "X",
        converter = Converters.Factor.class,
        description =
            "How many times wider and higher, such as 2.5 or 5/2: by the network's next scale, then"
                + " with the bicubic kernel.")
    private Ratio by;

    @Option(
        names = "--to",
        paramLabel = "WxH",
        converter = Converters.WidthAndHeight.class,
        description = "As large as fits into WxH pixels, such as 1920x1080.")
    private ImageSize to;

    @Option(
        names = "--width",
        paramLabel = "W",
        converter = Converters.PositiveInteger.class,
        description = "W pixels wide.")
    private Integer width;

    @Option(
        names = "--height",
        paramLabel = "H",
        converter = Converters.PositiveInteger.class,
        description = "H pixels high.")
    private Integer height;
  }

  /** The size that was asked for; empty if none was. */
  public Optional<TargetSize> size() {
    if (size == null) {
      return Optional.empty();
    }
    if (size.by != null) {
      return Optional.of(TargetSize.by(size.by));
    }
    if (size.to != null) {
      return Optional.of(TargetSize.within(size.to.width(), size.to.height()));
    }
    return Optional.of(
        size.width != null ? TargetSize.width(size.width) : TargetSize.height(size.height));
  }
}
