package io.butcherblock.paper;

import io.butcherblock.evaluate.Evaluation;
import io.butcherblock.nn.NetworkSize;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.text.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The published tables compared with our figures, as text. */
public final class PaperReport {

  private static final String SIZE_NOTE =
      "Parameters in millions (M); multiply-accumulates (MACs) in billions (G), for an"
          + " output of 1280x720. Difference: ours, rounded to the printed digits, minus the"
          + " paper's, which counts no slopes of PReLU.";
  private static final String RESULT_NOTE =
      "PSNR (dB) / SSIM as published; "
          + PublishedTables.PROTOCOL
          + "; the paper does not say how grey images are compared.";

  private final List<PaperRow> rows;
  private final String precision;

  /**
   * A report.
   *
   * @param networks ours, by name
   * @param measured figures of ours; may be empty
   * @param precision that they were measured in
   */
  public PaperReport(
      List<Published> published,
      Map<String, NetworkSpec> networks,
      List<Evaluation> measured,
      String precision) {
    this.precision = precision;
    this.rows = published.stream().map(row -> PaperRow.of(row, networks, measured)).toList();
  }

  private record Section(String title, String note, TextTable table) {}

  /** Tables for a terminal. */
  public String text() {
    StringBuilder text = new StringBuilder(PublishedTables.SOURCE).append('\n');
    for (Section section : sections()) {
      text.append("\n%s%n%s%n%s".formatted(section.title, section.note, section.table.toText()));
    }
    return text.toString();
  }

  /** The same as Markdown. */
  public String markdown() {
    StringBuilder text = new StringBuilder(PublishedTables.SOURCE).append('\n');
    for (Section section : sections()) {
      text.append(
          "\n### %s%n%n%s%n%n%s"
              .formatted(section.title, section.note, section.table.toMarkdown()));
    }
    return text.toString();
  }

  /** The same as JSON, with all digits of ours. */
  public String json() {
    return PaperJson.of(rows, precision);
  }

  private List<Section> sections() {
    List<Section> sections = new ArrayList<>();
    for (int table : rows.stream().mapToInt(r -> r.published().table()).distinct().toArray()) {
      List<PaperRow> own = rows.stream().filter(r -> r.published().table() == table).toList();
      sections.add(new Section("Table " + table + ", sizes", SIZE_NOTE, sizes(own)));
      sections.add(new Section("Table " + table + ", results", RESULT_NOTE, results(own)));
    }
    if (rows.stream().anyMatch(row -> !row.measured().isEmpty())) {
      sections.add(new Section("Measured", MeasuredTable.note(precision), MeasuredTable.of(rows)));
    }
    return sections;
  }

  private static TextTable sizes(List<PaperRow> rows) {
    TextTable table =
        new TextTable(
                "method",
                "scale",
                "params (M)",
                "ours",
                "difference",
                "MACs (G)",
                "ours",
                "difference")
            .keys("method", "scale");
    for (PaperRow row : rows) {
      Published published = row.published();
      Optional<NetworkSize> size = row.size();
      table.row(
          published.method(),
          "x" + published.scale(),
          published.parameters().toPlainString(),
          size.map(ours -> String.format(Locale.ROOT, "%,d", ours.parameters())).orElse("-"),
          size.map(ours -> published.parametersOff(ours).toPlainString()).orElse("-"),
          published.macs().toPlainString(),
          size.map(ours -> String.format(Locale.ROOT, "%.1f", ours.macs() / 1e9)).orElse("-"),
          size.map(ours -> published.macsOff(ours).toPlainString()).orElse("-"));
    }
    return table;
  }

  private static TextTable results(List<PaperRow> rows) {
    List<String> head = new ArrayList<>(List.of("method", "scale"));
    head.addAll(PublishedTables.DATA_SETS);
    TextTable table = new TextTable(head.toArray(new String[0])).keys("method", "scale");
    for (PaperRow row : rows) {
      List<String> cells =
          new ArrayList<>(List.of(row.published().method(), "x" + row.published().scale()));
      for (String set : PublishedTables.DATA_SETS) {
        PublishedQuality quality = row.published().results().get(set);
        cells.add(quality == null ? "-" : quality.toString());
      }
      table.row(cells.toArray(new String[0]));
    }
    return table;
  }
}
