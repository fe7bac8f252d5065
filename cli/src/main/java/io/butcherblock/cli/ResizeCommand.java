package io.butcherblock.cli;

import io.butcherblock.data.BicubicResize;
import io.butcherblock.data.Image;
import io.butcherblock.data.ImageFiles;
import io.butcherblock.data.ImageMetadata;
import io.butcherblock.data.Ratio;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
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
      "",
      "Example: butcherblock resize HR/baby.png --scale 1/2 --out baby-x2.png"
    })
final class ResizeCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "IN", description = "An image, or a folder of images.")
  private Path in;

  @Option(
      names = "--scale",
      required = true,
      paramLabel = "S|1/S",
      converter = Converters.Scale.class,
      description = "How many times larger: 2, 3, 1/2, 3/2 ...")
  private Ratio scale;

  @Option(
      names = {"-o", "--out"},
      required = true,
      paramLabel = "PATH",
      description = "The file to write; for a folder, the folder to write PNG files to.")
  private Path out;

  private final PictureNotes notes = new PictureNotes();

  @Override
  public Integer call() {
    if (Files.isDirectory(in)) {
      for (Path image : ImageFiles.listNonEmpty(in)) {
        resize(image, out.resolve(ImageFiles.baseName(image) + ".png"));
      }
    } else {
      resize(in, out);
    }
    notes.print(spec.commandLine().getErr()::println);
    return ExitCode.OK;
  }

  private void resize(Path from, Path to) {
    Image image = ImageFiles.read(from);
    Image resized = BicubicResize.resize(image, scale);
    ImageMetadata metadata = ImageMetadata.of(from);
    ImageFiles.write(resized, to, Optional.empty(), metadata);
    notes.add(from, metadata, resized, to);
    PrintWriter console = spec.commandLine().getOut();
    console.println(from + " (" + image + ") -> " + to + " (" + resized + ")");
  }
}
