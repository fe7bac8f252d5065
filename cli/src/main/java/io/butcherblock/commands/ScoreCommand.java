package io.butcherblock.commands;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.PlainText;
import io.butcherblock.evaluate.SrHrMatching;
import io.butcherblock.files.Json;
import io.butcherblock.image.Image;
import io.butcherblock.image.ImageFiles;
import io.butcherblock.metrics.ColorSpace;
import io.butcherblock.metrics.ImageQuality;
import io.butcherblock.metrics.Protocol;
import io.butcherblock.metrics.PsnrSsim;
import io.butcherblock.options.Converters;
import io.butcherblock.options.JsonOption;
import io.butcherblock.options.OutputFiles;
import io.butcherblock.options.OutputKind;
import io.butcherblock.options.PixelLimitOption;
import io.butcherblock.results.EvaluationTable;
import io.butcherblock.text.TextTable;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code score}: PSNR and SSIM of finished images. */
@Command(
    name = "score",
    description = {
      "Prints PSNR and SSIM of finished images against their originals.",
      "",
      "In folders, images are matched by name: baby.png, babyx2.png and baby_oisr_x2.png are all"
          + " images of baby.png. An original that is larger by less than N pixels (at most 3), the"
          + " shaved border, is cropped at its right and lower side, as the benchmarks do where its"
          + " size is no multiple of the scale."
    })
final class ScoreCommand implements Callable<Integer> {

  /** The largest scale is 4, so a crop to a multiple of it takes at most 3 pixels. */
  private static final int MOST_CROPPED = 3;

  @Spec private CommandSpec spec;

  @SuppressWarnings("UnusedVariable") // It sets the limit itself.
  @Mixin
  private PixelLimitOption pixelLimit;

  @Mixin private OutputFiles outputs;

  @Parameters(index = "0", paramLabel = "SR", description = "A finished image, or a folder.")
  private Path sr;

  @Parameters(index = "1", paramLabel = "HR", description = "Its original, or their folder.")
  private Path hr;

  @Option(
      names = "--color",
      paramLabel = "y|rgb",
      defaultValue = "y",
      description = "Compare luminance or red, green and blue (default: ${DEFAULT-VALUE}).")
  private ColorSpace color;

  @Option(
      names = "--shave",
      paramLabel = "N",
      defaultValue = "0",
      converter = Converters.NonNegativeInteger.class,
      description =
          "Leave out N pixels of each border; benchmarks take the scale (default:"
              + " ${DEFAULT-VALUE}).")
  private int shave;

  @Mixin private JsonOption json;

  @Override
  public Integer call() {
    Protocol protocol = new Protocol(color, shave);
    List<SrHrMatching.Pair> pairs = SrHrMatching.of(sr, hr);
    json.begin(
        outputs,
        OutputKind.SCORES,
        pairs.stream().flatMap(pair -> Stream.of(pair.sr(), pair.hr())).toList());
    Map<String, PsnrSsim> qualities = new LinkedHashMap<>();
    PictureNotes notes = new PictureNotes();
    for (SrHrMatching.Pair pair : pairs) {
      qualities.put(pair.name(), quality(pair, protocol));
      notes.addIfSeveral(pair.sr());
      notes.addIfSeveral(pair.hr());
    }
    notes.print(spec.commandLine().getErr()::println);
    PrintWriter out = spec.commandLine().getOut();
    out.print(text(protocol, qualities));
    if (json.isGiven()) {
      json.write(AsJson.tree(protocol, qualities));
      json.file().ifPresent(file -> out.println("written: " + PlainText.of(file)));
    }
    return ExitCode.OK;
  }

  private PsnrSsim quality(SrHrMatching.Pair pair, Protocol protocol) {
    Image finished = ImageFiles.read(pair.sr());
    Image original = ImageFiles.read(pair.hr());
    try {
      return ImageQuality.compare(finished, cropped(original, finished), protocol);
    } catch (ButcherblockException e) {
      throw e.within(pair.sr().toString());
    }
  }

  private Image cropped(Image original, Image finished) {
    int x = original.width() - finished.width();
    int y = original.height() - finished.height();
    int more = Math.max(x, y);
    if (Math.min(x, y) < 0 || more == 0 || more > MOST_CROPPED) {
      return original;
    }
    if (more >= shave) {
      throw new ButcherblockException(
          "Images of different size cannot be compared: %s x %s and %s x %s; name the scale, as in --shave %s, and the original is cropped."
              .formatted(
                  finished.width(),
                  finished.height(),
                  original.width(),
                  original.height(),
                  more + 1));
    }
    return original.crop(0, 0, finished.width(), finished.height());
  }

  /** A table with the mean under it, and the protocol. */
  private static String text(Protocol protocol, Map<String, PsnrSsim> images) {
    TextTable table = new TextTable("image", "PSNR (dB)", "SSIM");
    images.forEach(
        (name, quality) ->
            table.row(name, EvaluationTable.psnr(quality), EvaluationTable.ssim(quality)));
    if (images.size() > 1) {
      PsnrSsim mean = PsnrSsim.mean(images.values());
      table
          .summary()
          .row("mean of " + images.size(), EvaluationTable.psnr(mean), EvaluationTable.ssim(mean));
    }
    return table.toText() + "protocol: " + protocol + "; " + Protocol.GREY_AS_IT_IS + "\n";
  }

  /** Apart, so that the library for JSON is loaded only where it is used. */
  private static final class AsJson {

    private AsJson() {}

    /** The same with all digits. */
    private static ObjectNode tree(Protocol protocol, Map<String, PsnrSsim> images) {
      ObjectNode root = Json.MAPPER.createObjectNode();
      root.putObject("protocol")
          .put("color", protocol.color().name().toLowerCase(Locale.ROOT))
          .put("shave", protocol.shave())
          .put("name", protocol.toString())
          .put("grey", Protocol.GREY_AS_IT_IS);
      ArrayNode list = root.putArray("images");
      images.forEach((name, quality) -> put(list.addObject().put("name", name), quality));
      put(root.putObject("mean"), PsnrSsim.mean(images.values()));
      return root;
    }

    private static void put(ObjectNode node, PsnrSsim quality) {
      node.put("psnr", quality.psnr()).put("ssim", quality.ssim());
    }
  }
}
