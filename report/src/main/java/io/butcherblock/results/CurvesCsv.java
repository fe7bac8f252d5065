package io.butcherblock.results;

import io.butcherblock.files.WholeFile;
import io.butcherblock.text.AllDigits;
import java.nio.file.Path;
import java.util.List;

/**
 * The validations of some runs as a table of comma-separated values, a line each: run, step,
 * seconds of training, PSNR in dB, with all digits. Texts are quoted as RFC 4180 says.
 */
public final class CurvesCsv {

  /** The first line; the names of the figures are those of a run's log. */
  public static final String HEAD = "run,step,seconds,validation_psnr";

  private CurvesCsv() {}

  /** The table; lines end in a line feed. */
  public static String text(List<LearningCurves> runs) {
    StringBuilder text = new StringBuilder(HEAD).append('\n');
    for (LearningCurves run : runs) {
      for (int i = 0; i < run.psnr().length; i++) {
        text.append(quoted(run.name()))
            .append(',')
            .append(AllDigits.of(run.validationSteps()[i]))
            .append(',')
            .append(AllDigits.of(run.validationSeconds()[i]))
            .append(',')
            .append(AllDigits.of(run.psnr()[i]))
            .append('\n');
      }
    }
    return text.toString();
  }

  /**
   * Writes the table.
   *
   * @throws io.butcherblock.error.ButcherblockException if the file cannot be written
   */
  public static void write(Path file, List<LearningCurves> runs) {
    WholeFile.writeText(file, text(runs));
  }

  private static String quoted(String text) {
    return text.chars().anyMatch(character -> ",\"\r\n".indexOf(character) >= 0)
        ? '"' + text.replace("\"", "\"\"") + '"'
        : text;
  }
}
