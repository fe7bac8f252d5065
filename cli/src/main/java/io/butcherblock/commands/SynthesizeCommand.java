package io.butcherblock.commands;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.PlainText;
import io.butcherblock.files.WholeFile;
import io.butcherblock.image.Image;
import io.butcherblock.names.Counted;
import io.butcherblock.options.Converters;
import io.butcherblock.options.Mixins;
import io.butcherblock.options.OutputFiles;
import io.butcherblock.options.OutputKind;
import io.butcherblock.progress.Progress;
import io.butcherblock.progress.ProgressDisplay;
import io.butcherblock.synthetic.Ingredient;
import io.butcherblock.synthetic.SyntheticSet;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code synthesize}: images made of nothing, in a folder. */
@Command(
    name = "synthesize",
    description = {
      "Makes images of nothing, to train on where there are no photographs: objects of many shapes,"
          + " textures and colors that cover each other. They are nobody's but yours. The same"
          + " options give the same images on every machine; more of them are others besides.",
      "",
      "Example: butcherblock synthesize --out synthetic --images 500"
    })
final class SynthesizeCommand implements Callable<Integer> {

  /** Pixels that are drawn at once: enough images for all cores, and little memory. */
  private static final int PIXELS_AT_ONCE = 1 << 22;

  private static final int IMAGES_AT_ONCE = 64;

  @Spec private CommandSpec command;

  @Mixin private OutputFiles outputs;

  @Mixin private Mixins.SeedOption seed;

  @Option(
      names = {"-o", "--out"},
      required = true,
      paramLabel = "DIR",
      description = "Folder to write PNG files to.")
  private Path out;

  @Option(
      names = "--images",
      paramLabel = "N",
      defaultValue = "100",
      converter = Converters.PositiveInteger.class,
      description = "How many (default: ${DEFAULT-VALUE}).")
  private int images;

  @Option(
      names = "--size",
      paramLabel = "N",
      defaultValue = "256",
      converter = Converters.PositiveInteger.class,
      description = "Their width and height in pixels (default: ${DEFAULT-VALUE}).")
  private int size;

  @Option(
      names = "--without",
      paramLabel = "WHAT",
      split = ",",
      description =
          "Leave something out, to measure what it is worth: ${COMPLETION-CANDIDATES}, or several"
              + " with commas in between.")
  private List<Ingredient> without = List.of();

  @Override
  public Integer call() {
    if (images > SyntheticSet.LARGEST) {
      throw ButcherblockException.of(
          "A set has at most %s images; make several with other seeds.", SyntheticSet.LARGEST);
    }
    if (size < SyntheticSet.SMALLEST_SIDE || size > SyntheticSet.LARGEST_SIDE) {
      throw ButcherblockException.of(
          "Images of %s x %s pixels cannot be made: a side has from %s to %s.",
          size, size, SyntheticSet.SMALLEST_SIDE, SyntheticSet.LARGEST_SIDE);
    }
    WholeFile.checkFolder(out);
    for (int i = 0; i < images; i++) {
      outputs.checkInFolder(SyntheticSet.file(out, i), OutputKind.IMAGE);
    }
    Set<Ingredient> with = EnumSet.allOf(Ingredient.class);
    without.forEach(with::remove);
    try (Progress progress =
        ProgressDisplay.onStandardError(command.commandLine().getErr())
            .start("synthesize", "images", 0, images)) {
      int end;
      for (int done = 0; done < images; done = end) {
        end = Math.min(images, done + atOnce());
        List<Image> batch = SyntheticSet.training(seed.seed(), done, end, size, with);
        SyntheticSet.write(batch, out, done);
        progress.to(end);
      }
    }
    command
        .commandLine()
        .getOut()
        .printf(
            "%s of %s x %s pixels: %s%n",
            Counted.of(images, "image"), size, size, PlainText.of(out));
    return ExitCode.OK;
  }

  private int atOnce() {
    return Math.max(1, Math.min(IMAGES_AT_ONCE, PIXELS_AT_ONCE / (size * size)));
  }
}
