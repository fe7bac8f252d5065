package io.butcherblock.paper;

import io.butcherblock.files.FolderNames;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tables 2 and 3 of He et al., CVPR 2019, read from {@code published.csv}. */
public final class PublishedTables {

  /** Where the numbers come from. */
  public static final String SOURCE =
      "He et al., ODE-inspired Network Design for Single Image Super-Resolution, CVPR 2019";

  /** How the published figures were measured (section 4.1). */
  static final String PROTOCOL = "benchmark protocol: Y, as many pixels shaved as the scale is";

  /** The data sets, in the order of the tables. */
  static final List<String> DATA_SETS = List.of("Set5", "Set14", "B100", "Urban100");

  private static final String FILE = "published.csv";
  private static final String NOTHING = "-";
  private static final int FIRST_RESULT = 6;

  private PublishedTables() {}

  /** All rows, in the order of the tables. */
  public static List<Published> rows() {
    try (InputStream in = PublishedTables.class.getResourceAsStream(FILE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .skip(1)
          .map(line -> row(line.split(",", -1)))
          .collect(Collectors.toUnmodifiableList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Published row(String... cells) {
    Map<String, PublishedQuality> results = new HashMap<>();
    for (int i = 0; i < DATA_SETS.size(); i++) {
      String psnr = cells[FIRST_RESULT + 2 * i];
      if (!psnr.equals(NOTHING)) {
        String ssim = cells[FIRST_RESULT + 2 * i + 1];
        results.put(
            DATA_SETS.get(i), new PublishedQuality(new BigDecimal(psnr), new BigDecimal(ssim)));
      }
    }
    return new Published(
        Integer.parseInt(cells[0]),
        cells[1],
        cells[2].equals(NOTHING) ? "" : cells[2],
        Integer.parseInt(cells[3]),
        new BigDecimal(cells[4]),
        new BigDecimal(cells[5]),
        results);
  }

  /**
   * The published name of a data set whose folder has that name, with or without what lies above
   * it; {@code BSD100} is B100.
   */
  static Optional<String> dataSet(String folder) {
    String plain = FolderNames.of(Path.of(folder)).replaceFirst("(?i)^BSDS?100$", "B100");
    return DATA_SETS.stream().filter(plain::equalsIgnoreCase).findFirst();
  }
}
