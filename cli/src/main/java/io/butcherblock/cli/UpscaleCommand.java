package io.butcherblock.cli;

import io.butcherblock.SuperResolution;
import io.butcherblock.data.ImageFiles;
import io.butcherblock.distributed.CommandAgreement;
import io.butcherblock.distributed.ProcessGroup;
import io.butcherblock.distributed.RankGroup;
import io.butcherblock.error.ButcherblockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
      "Grey images stay grey, transparent ones transparent. An image that cannot be read is named,"
          + " and the others are enlarged all the same.",
      Texts.DIVIDE_IMAGES,
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
      converter = Converters.InputPath.class,
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
      names = "--resume",
      description =
          "Leave what is there already, made of the same image with the same weights and options;"
              + " PNG files say what they were made of.")
  private boolean resume;

  @Override
  public Integer call() {
    RankGroup.run(System.getenv(), this::upscale);
    return 0;
  }

  private void upscale(ProcessGroup group) {
    List<Path> images = images();
    boolean toFolder = images.size() > 1 || Files.isDirectory(in.get(0)) || Files.isDirectory(out);
    checkNames(images, toFolder);
    List<UpscaleWork.Job> jobs =
        images.stream().map(image -> new UpscaleWork.Job(image, target(image, toFolder))).toList();
    try (SuperResolution sr = trained.open(group.localRank())) {
      CommandAgreement.check(group, and(sr.facts(), jobs));
      Console console = Console.of(command.commandLine(), group);
      new UpscaleWork(jobs, resume, group, console).run(sr);
    }
  }

  private static List<String> and(List<String> facts, List<UpscaleWork.Job> jobs) {
    List<String> all = new ArrayList<>(facts);
    all.add(jobs.size() + " images");
    jobs.forEach(job -> all.add("the image " + job.from() + " for " + job.to()));
    return all;
  }

  private List<Path> images() {
    List<Path> images = new ArrayList<>();
    for (Path path : in) {
      if (Files.isDirectory(path)) {
        images.addAll(ImageFiles.listNonEmpty(path));
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
        throw new ButcherblockException(
            "Two images would be written to " + target + "; upscale their folders one by one.");
      }
      if (target.toAbsolutePath().normalize().equals(image.toAbsolutePath().normalize())) {
        throw new ButcherblockException(
            image + " would be written over by its own enlargement; give another --out.");
      }
    }
  }
}
