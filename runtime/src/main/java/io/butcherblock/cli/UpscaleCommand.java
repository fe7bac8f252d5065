package io.butcherblock.cli;

import io.butcherblock.data.Image;
import io.butcherblock.data.ImageFiles;
import io.butcherblock.data.ImageSize;
import io.butcherblock.error.UserError;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.report.Progress;
import io.butcherblock.report.ProgressDisplay;
import io.butcherblock.upscale.Upscaler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code upscale}: enlarges files and folders. */
@Command(
    name = "upscale",
    description = {
      "Enlarges images of any size in bounded memory: each is cut into tiles with the network's"
          + " receptive radius around them. A network with attention, which depends on the whole"
          + " image, is not cut into tiles and needs memory for all of it.",
      "Grey images stay grey, transparent ones transparent.",
      "",
      "Example: butcherblock upscale oisr-lf-s --weights lf-s-x2.safetensors photo.jpg --out"
          + " photo-x2.png"
    })
final class UpscaleCommand implements Callable<Integer> {

  @Spec private CommandSpec command;

  @Mixin private TrainedNetwork trained;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "IN",
      converter = InputPath.class,
      description = "Images and folders of images.")
  private List<Path> in;

  @Option(
      names = {"-o", "--out"},
      required = true,
      paramLabel = "PATH",
      description =
          "For one image the file to write, or a folder that exists; else the folder to write PNG"
              + " files to.")
  private Path out;

  @Option(
      names = "--tile",
      paramLabel = "N|auto",
      defaultValue = "auto",
      converter = TileConverter.class,
      description = "Side of a tile in input pixels (default: auto, what fits 512 MiB).")
  private OptionalInt tile;

  @Option(
      names = "--self-ensemble",
      description = "Average the output over the eight symmetries of the square.")
  private boolean selfEnsemble;

  @Override
  public Integer call() {
    List<Path> images = images();
    boolean toFolder = images.size() > 1 || Files.isDirectory(in.get(0)) || Files.isDirectory(out);
    checkNames(images, toFolder);
    try (SuperResolutionNetwork network = trained.open();
        Upscaler upscaler = new Upscaler(network, tile, selfEnsemble)) {
      int number = 0;
      for (Path image : images) {
        number++;
        String label = images.size() > 1 ? number + "/" + images.size() + " " : "";
        upscale(upscaler, image, target(image, toFolder), label + image.getFileName());
      }
    }
    return 0;
  }

  private void upscale(Upscaler upscaler, Path from, Path to, String label) {
    Image image = ImageFiles.read(from);
    ImageSize size = ImageSize.of(image).times(upscaler.scale());
    ImageFiles.checkWritable(size, image.hasAlpha(), to);
    Image large;
    ProgressDisplay display = ProgressDisplay.onStandardError(command.commandLine().getErr());
    try (Progress progress = display.start(label, "tiles", 0, upscaler.tiles(image))) {
      large = upscaler.upscale(image, new View(progress));
    }
    ImageFiles.write(large, to);
    command.commandLine().getOut().println(from + " (" + image + ") -> " + to + " (" + large + ")");
  }

  private record View(Progress progress) implements Upscaler.Listener {

    @Override
    public void tileDone(int done, int all) {
      progress.to(done);
    }

    @Override
    public void note(String sentence) {
      progress.line(sentence);
    }
  }

  private List<Path> images() {
    List<Path> images = new ArrayList<>();
    for (Path path : in) {
      if (Files.isDirectory(path)) {
        images.addAll(ImagePairs.images(path));
      } else {
        images.add(path);
      }
    }
    return images;
  }

  private Path target(Path image, boolean toFolder) {
    return toFolder ? out.resolve(ImageFiles.baseName(image) + ".png") : out;
  }

  private void checkNames(List<Path> images, boolean toFolder) {
    Set<Path> targets = new HashSet<>();
    for (Path image : images) {
      Path target = target(image, toFolder);
      if (!targets.add(target)) {
        throw new UserError(
            "Two images would be written to " + target + "; upscale their folders one by one.");
      }
      if (target.toAbsolutePath().normalize().equals(image.toAbsolutePath().normalize())) {
        throw new UserError(
            image + " would be written over by its own enlargement; give another --out.");
      }
    }
  }
}
