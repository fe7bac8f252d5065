package io.butcherblock.commands;

import io.butcherblock.console.Console;
import io.butcherblock.distributed.CommandAgreement;
import io.butcherblock.distributed.ProcessGroup;
import io.butcherblock.distributed.RankGroup;
import io.butcherblock.image.ImageEncoding;
import io.butcherblock.options.Converters;
import io.butcherblock.options.LaunchArguments;
import io.butcherblock.options.OutputFiles;
import io.butcherblock.options.OutputPlace;
import io.butcherblock.options.PixelLimitOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code upscale}: enlarges files and folders. */
@Command(
    name = "upscale",
    description = {
      "Enlarges images with the trained weights that come along, twice as wide and high or by any"
          + " other whole --scale, or with NETWORK and its --weights, by theirs.",
      "Images may have any size, in bounded memory: each is cut into tiles with the network's"
          + " receptive radius around them. A network with attention, which depends on the whole"
          + " image, is not cut into tiles and needs memory for all of it.",
      "Grey images stay grey, transparent ones transparent. An image that cannot be read, enlarged"
          + " or written is named, and the others are enlarged all the same. Where a file is"
          + " missing that is named here, none is enlarged.",
      LaunchArguments.DIVIDE_IMAGES,
      "",
      "Examples: butcherblock upscale photo.jpg --out large.png",
      "butcherblock upscale photo.jpg --to 1920x1080 --out large.jpg",
      "butcherblock upscale - --out - < photo.jpg > large.png",
      "butcherblock upscale oisr-lf-s --weights lf-s-x2.safetensors photo.jpg --out photo-x2.png"
    })
final class UpscaleCommand implements Callable<Integer> {

  @Spec private CommandSpec command;

  @SuppressWarnings("UnusedVariable") // It sets the limit itself.
  @Mixin
  private PixelLimitOption pixelLimit;

  @Mixin private UpscaleNetworks networks;

  @Mixin private OutputFiles outputs;

  @Mixin private PictureOutput pictures;

  @Parameters(
      arity = "1..*",
      paramLabel = "[NETWORK] IN",
      converter = Converters.InputPath.class,
      description =
          "Images and folders of images, - for standard input; before them the name of the network"
              + " of --weights, unless the file says it.")
  private List<Path> in;

  @Option(
      names = {"-o", "--out"},
      required = true,
      paramLabel = "PATH",
      converter = OutputPlace.Converter.class,
      description =
          "For one image the file to write, "
              + PictureOutput.FORMATS
              + " Or a folder that exists, or whose name ends in /; for several images, the folder"
              + " to write files of --format to. - for standard output.")
  private OutputPlace out;

  @Option(
      names = "--resume",
      description =
          "Leave what is there already, made of the same image with the same weights and options;"
              + " PNG files say what they were made of.")
  private boolean resume;

  @Override
  public Integer call() {
    return PipedImages.run(
        command.commandLine(),
        in,
        out,
        pictures.format(),
        (files, place) -> RankGroup.run(System.getenv(), group -> upscale(group, files, place)));
  }

  private void upscale(ProcessGroup group, List<Path> in, OutputPlace out) {
    Console console = Console.of(command.commandLine(), group);
    UpscaleNetworks.Parameters given = networks.split(in);
    if (given.images().isEmpty()) {
      throw new ParameterException(command.commandLine(), "Missing required parameter: 'IN'");
    }
    ImageJobs images =
        ImageJobs.of(given.images(), out, networks.files(), outputs, pictures.format());
    ImageEncoding encoding = pictures.of(images);
    FailedImages failed = images.tell(group.size(), console);
    if (images.jobs().isEmpty()) {
      failed.end("enlarged");
    }
    try (Enlargers enlargers = networks.open(given.network(), group.localRank())) {
      CommandAgreement.check(group, and(enlargers.facts(images.jobs()), images.jobs()));
      if (group.isRankZero()) {
        enlargers.choice(images.jobs()).ifPresent(console.err()::println);
      }
      new UpscaleWork(images, encoding, failed, resume, group, console).run(enlargers);
    }
  }

  private static List<String> and(List<String> facts, List<ImageJobs.Job> jobs) {
    List<String> all = new ArrayList<>(facts);
    all.add(jobs.size() + " images");
    jobs.forEach(job -> all.add("the image " + job.from() + " for " + job.to()));
    return all;
  }
}
