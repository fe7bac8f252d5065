package io.butcherblock.options;

import io.butcherblock.image.Ratio;
import io.butcherblock.upscale.TargetSize;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The size that enlarged images are to have. */
public final class SizeOptions {

  @ArgGroup private Size size;

  private static final class Size extends FrameOptions {

    @Option(
        names = "--by",
        paramLabel = "X",
        converter = Converters.Factor.class,
        description =
            "How many times wider and higher, such as 2.5 or 5/2: by the network's next scale, then"
                + " with the bicubic kernel.")
    private Ratio by;
  }

  /** The size that was asked for; empty if none was. */
  public Optional<TargetSize> size() {
    if (size == null) {
      return Optional.empty();
    }
    if (size.by != null) {
      return Optional.of(TargetSize.by(size.by));
    }
    return size.frame();
  }
}
