package io.butcherblock.paper;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.butcherblock.evaluate.Evaluation;
import io.butcherblock.files.Json;
import io.butcherblock.metrics.Protocol;
import io.butcherblock.metrics.PsnrSsim;
import io.butcherblock.nn.NetworkSize;
import java.util.List;

/** The published rows and ours as JSON; an infinite PSNR is the text {@code Infinity}. */
final class PaperJson {

  private PaperJson() {}

  static String of(List<PaperRow> rows, String precision) {
    ObjectNode root = Json.MAPPER.createObjectNode();
    root.put("source", PublishedTables.SOURCE);
    root.put("published_protocol", PublishedTables.PROTOCOL);
    var array = root.putArray("rows");
    rows.forEach(row -> write(row, precision, array.addObject()));
    return Json.lines(root);
  }

  private static void write(PaperRow row, String precision, ObjectNode node) {
    Published published = row.published();
    node.put("table", published.table()).put("method", published.method());
    if (!published.network().isEmpty()) {
      node.put("network", published.network());
    }
    node.put("scale", published.scale());
    ObjectNode paper = node.putObject("published");
    paper.put("parameters_millions", published.parameters()).put("giga_macs", published.macs());
    ObjectNode results = paper.putObject("results");
    for (String set : PublishedTables.DATA_SETS) {
      PublishedQuality quality = published.results().get(set);
      if (quality != null) {
        results.putObject(set).put("psnr", quality.psnr()).put("ssim", quality.ssim());
      }
    }
    row.size().ifPresent(size -> write(published, size, node));
    if (!row.measured().isEmpty()) {
      var measured = node.putArray("measured");
      row.measured()
          .forEach(each -> write(row, each, measured.addObject().put("precision", precision)));
    }
  }

  private static void write(Published published, NetworkSize size, ObjectNode node) {
    node.putObject("computed").put("parameters", size.parameters()).put("macs", size.macs());
    node.putObject("difference")
        .put("parameters_millions", published.parametersOff(size))
        .put("giga_macs", published.macsOff(size));
  }

  private static void write(PaperRow row, Evaluation measured, ObjectNode node) {
    PsnrSsim ours = measured.mean();
    node.put("data_set", measured.dataSet())
        .put("images", measured.images().size())
        .put("protocol", measured.protocol().named(measured.scale()))
        .put("grey", Protocol.GREY_STACKED)
        .put("psnr", ours.psnr())
        .put("ssim", ours.ssim());
    row.beside(measured)
        .ifPresent(
            paper ->
                node.putObject("difference")
                    .put("psnr", ours.psnr() - paper.psnr().doubleValue())
                    .put("ssim", ours.ssim() - paper.ssim().doubleValue()));
  }
}
