package io.butcherblock.cli;

import io.butcherblock.SuperResolution;
import io.butcherblock.data.ImageEncoding;
import io.butcherblock.distributed.CommandAgreement;
import io.butcherblock.distributed.ProcessGroup;
import io.butcherblock.distributed.RankGroup;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
      "Grey images stay grey, transparent ones transparent. An image that cannot be read, enlarged"
          + " or written is named, and the others are enlarged all the same.",
      Texts.DIVIDE_IMAGES,
      "",
      "Example: butcherblock upscale oisr-lf-s --weights lf-s-x2.safetensors photo.jpg --out"
          + " photo-x2.png"
    })
final class UpscaleCommand implements Callable<Integer> {

  @Spec private CommandSpec command;

  @Mixin private TrainedNetwork trained;

  @Mixin private OutputFiles outputs;

  @Mixin private PictureOutput pictures;

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
          "For one image the file to write, "
              + PictureOutput.FORMATS
              + " Or a folder that exists; for several images, the folder to write PNG files to.")
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
    Console console = Console.of(command.commandLine(), group);
    ImageJobs images = ImageJobs.of(in, out, List.of(trained.weights()), outputs);
    ImageEncoding encoding = pictures.of(images);
    FailedImages failed = images.tell(group.size(), console);
    if (images.jobs().isEmpty()) {
      failed.end("enlarged");
    }
    try (SuperResolution sr = trained.open(group.localRank())) {
      CommandAgreement.check(group, and(sr.facts(), images.jobs()));
      new UpscaleWork(images.jobs(), encoding, failed, resume, group, console).run(sr);
    }
  }

  private static List<String> and(List<String> facts, List<ImageJobs.Job> jobs) {
    List<String> all = new ArrayList<>(facts);
    all.add(jobs.size() + " images");
    jobs.forEach(job -> all.add("the image " + job.from() + " for " + job.to()));
    return all;
  }
}
