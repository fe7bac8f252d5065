package io.butcherblock.options;

import io.butcherblock.image.ImageSize;
import io.butcherblock.upscale.TargetSize;
import java.util.Optional;
import picocli.CommandLine.Option;

/** A frame or a side that images are to fit, one of a group of options that exclude each other. */
public class FrameOptions {

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

  /** The size that was asked for; empty if none was. */
  public final Optional<TargetSize> frame() {
    if (to != null) {
      return Optional.of(TargetSize.within(to.width(), to.height()));
    }
    return width != null
        ? Optional.of(TargetSize.width(width))
        : Optional.ofNullable(height).map(TargetSize::height);
  }
}
