package io.butcherblock.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.butcherblock.files.WholeFile;
import io.butcherblock.metrics.Protocol;
import io.butcherblock.metrics.PsnrSsim;
import io.butcherblock.report.EvaluationTable;
import io.butcherblock.report.TextTable;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * The figures of {@code score}.
 *
 * @param images quality by name
 */
record ScoreReport(Protocol protocol, Map<String, PsnrSsim> images) {

  /** A table with the mean under it, and the protocol. */
  String text() {
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

  /** The same as JSON, with all digits; the PSNR of equal images is the text "Infinity". */
  void writeJson(Path file) {
    JsonMapper json = new JsonMapper();
    ObjectNode root = json.createObjectNode();
    root.putObject("protocol")
        .put("color", protocol.color().name().toLowerCase(Locale.ROOT))
        .put("shave", protocol.shave())
        .put("name", protocol.toString())
        .put("grey", Protocol.GREY_AS_IT_IS);
    ArrayNode list = root.putArray("images");
    images.forEach((name, quality) -> put(list.addObject().put("name", name), quality));
    put(root.putObject("mean"), PsnrSsim.mean(images.values()));
    WholeFile.writeText(file, root.toPrettyString() + "\n");
  }

  private static void put(ObjectNode node, PsnrSsim quality) {
    node.put("psnr", quality.psnr()).put("ssim", quality.ssim());
  }
}
