package io.butcherblock.commands;

import io.butcherblock.console.Console;
import io.butcherblock.distributed.SingleProcess;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.image.BicubicResize;
import io.butcherblock.image.Image;
import io.butcherblock.image.ImageEncoding;
import io.butcherblock.image.ImageFiles;
import io.butcherblock.image.ImageMetadata;
import io.butcherblock.image.ImageSize;
import io.butcherblock.image.Ratio;
import io.butcherblock.options.Converters;
import io.butcherblock.options.FailureSentence;
import io.butcherblock.options.FrameOptions;
import io.butcherblock.options.OptionNames;
import io.butcherblock.options.OutputFiles;
import io.butcherblock.options.OutputPlace;
import io.butcherblock.options.PixelLimitOption;
import io.butcherblock.options.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code resize}: MATLAB-compatible bicubic. */
@Command(
    name = "resize",
    description = {
      "Resizes images as MATLAB's imresize does (bicubic, antialiased): the way in which the"
          + " low-resolution images of the benchmarks are made.",
      "Of images with transparency, colors count as much as they are opaque. An image that cannot"
          + " be read or written is named, and the others are resized all the same.",
      "",
      "Examples:",
      "  butcherblock resize HR/baby.png --scale 1/2 --out baby-x2.png",
      "  butcherblock resize album --to 1920x1080 --format jpg --out small"
    })
final class ResizeCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @SuppressWarnings("UnusedVariable") // It sets the limit itself.
  @Mixin
  private PixelLimitOption pixelLimit;

  @Mixin private OutputFiles outputs;

  @Mixin private PictureOutput pictures;

  @Parameters(
      paramLabel = "IN",
      description = "An image, or a folder of images; - for standard input.")
  private Path in;

  @ArgGroup(multiplicity = "1")
  private Size size;

  private static final class Size extends FrameOptions {

    @Option(
        names = "--scale",
        paramLabel = "S|1/S",
        converter = Converters.Scale.class,
        description = "How many times larger: 2, 3, 1/2, 3/2, 2.5 ...")
    private Ratio scale;

    Image resize(Image image) {
      if (scale != null) {
        return BicubicResize.resize(image, scale);
      }
      ImageSize target = frame().orElseThrow().resized(ImageSize.of(image));
      return BicubicResize.resize(image, target.width(), target.height());
    }

    /** In words: {@code by 1/2}, {@code to 640 pixels wide}. */
    @Override
    public String toString() {
      return scale != null ? "by " + scale : "to " + frame().orElseThrow();
    }
  }

  @Option(
      names = {"-o", "--out"},
      required = true,
      paramLabel = "PATH",
      converter = OutputPlace.Converter.class,
      description =
          "For an image the file to write, "
              + PictureOutput.FORMATS
              + " Or a folder that exists, or whose name ends in /; for a folder, the folder to"
              + " write files of --format to. - for standard output.")
  private OutputPlace out;

  private final PictureNotes notes = new PictureNotes();

  @Override
  public Integer call() {
    return PipedImages.run(spec.commandLine(), List.of(in), out, pictures.format(), this::resize);
  }

  private void resize(List<Path> in, OutputPlace place) {
    Console console = Console.of(spec.commandLine(), new SingleProcess());
    ImageJobs images = ImageJobs.of(in, place, List.of(), outputs, pictures.format());
    ImageEncoding encoding = pictures.of(images);
    FailedImages failed = images.tell(1, console);
    OutputFolder folder = OutputFolder.of(images);
    for (ImageJobs.Job job : images.jobs()) {
      resize(job, encoding, folder)
          .ifPresent(
              why ->
                  failed.add(
                      0, job.from().toString(), why, console.failures(console.err()::println)));
    }
    notes.print(spec.commandLine().getErr()::println);
    failed.end("resized");
  }

  /** Resizes an image; returns why it cannot be, if so. */
  private Optional<String> resize(ImageJobs.Job job, ImageEncoding encoding, OutputFolder folder) {
    Image image;
    Image resized;
    try {
      image = ImageFiles.read(job.from());
      resized = resized(image, job.from());
      ImageFiles.checkWritable(ImageSize.of(resized), resized.hasAlpha(), job.to());
    } catch (ButcherblockException e) {
      return Optional.of(OptionNames.message(e));
    } catch (OutOfMemoryError e) {
      return Optional.of(job.from() + ": " + FailureSentence.of(e));
    }
    ImageMetadata metadata = ImageFiles.metadata(job.from());
    folder.check();
    ImageFiles.write(resized, job.to(), Optional.of("resized " + size), metadata, encoding);
    folder.look();
    notes.add(job.from(), metadata, resized, job.to());
    spec.commandLine().getOut().println(Texts.made(job.from(), image, job.to(), resized));
    return Optional.empty();
  }

  private Image resized(Image image, Path from) {
    try {
      return size.resize(image);
    } catch (ButcherblockException e) {
      throw e.within(from.toString());
    }
  }
}
