package io.butcherblock.check;

import io.butcherblock.device.Precision;
import io.butcherblock.files.ByteText;
import io.butcherblock.names.Counted;
import io.butcherblock.text.Paragraphs;
import io.butcherblock.text.TextTable;
import io.butcherblock.throughput.MatrixRate;
import io.butcherblock.throughput.Measured;
import io.butcherblock.throughput.SubjectRates;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a check found, for a terminal. */
public final class CheckText {

  private CheckText() {}

  /**
   * All of it, a table for each part that was done, with a line above.
   *
   * @param withoutPytorch stands for Python's PyTorch if it was not compared with
   */
  public static String of(CheckResult result, String withoutPytorch) {
    StringBuilder text = new StringBuilder(machine(result, withoutPytorch));
    if (!result.parity().isEmpty()) {
      text.append(
              Paragraphs.of(
                  "\nparity: largest differences, of samples in 0..255 or as part of the value\n"))
          .append(parity(result.parity()));
    }
    if (!result.gradients().isEmpty()) {
      text.append(
              Paragraphs.of(
                  "\ngradients: against float64, largest differences as part of the largest"
                      + " value\n"))
          .append(gradients(result));
    }
    if (!result.training().isEmpty()) {
      text.append("\ntraining: the loss before each step on one batch\n")
          .append(training(result.training()));
    }
    if (!result.throughput().isEmpty()) {
      int rounds = result.settings().rounds().rounds();
      text.append(
              Paragraphs.of(
                  "\nthroughput: low-resolution images a second, %s\n"
                      .formatted(
                          rounds == 1
                              ? "in one round"
                              : "median of %s interleaved rounds".formatted(rounds))))
          .append(throughput(result))
          .append(matrixRates(result.matrixRate()));
      result.remarksOnThroughput().forEach(remark -> text.append(Paragraphs.of(remark + "\n")));
    }
    return text.toString();
  }

  /** Whether all of it agrees, and what does not: the end of the text. */
  public static String conclusion(CheckResult result) {
    StringBuilder text = new StringBuilder(Paragraphs.of(result.conclusion() + "\n"));
    result.failures().forEach(failure -> text.append("  ").append(failure).append('\n'));
    return text.toString();
  }

  private static String machine(CheckResult result, String withoutPytorch) {
    Machine machine = result.machine();
    TextTable table = new TextTable("machine", "");
    table.row("device", machine.description());
    for (GpuFacts gpu : machine.gpus()) {
      table.row(
          "GPU",
          "%s, %s, capability %s, driver %s"
              .formatted(gpu.name(), gpu.memory(), gpu.capability(), gpu.driver()));
    }
    machine.whyNoGpu().ifPresent(why -> table.row("no GPU", why));
    table.row(
        "processor",
        "%s, %s for Java, %s of LibTorch"
            .formatted(
                machine.host().processor(),
                machine.host().processors(),
                Counted.of(machine.threads(), "thread")));
    table.row("system", machine.host().system() + ", " + machine.host().architecture());
    table.row("Java", machine.host().java());
    table.row("tensor library", machine.tensorLibrary());
    table.row(
        "Python's PyTorch",
        result.pytorch().map(facts -> facts.get("pytorch").asText()).orElse(withoutPytorch));
    return table.toText();
  }

  private static String parity(List<Comparison> comparisons) {
    TextTable table =
        new TextTable("network", "compared", "precision", "difference", "tolerance", "")
            .keys("network", "compared", "precision");
    for (Comparison comparison : comparisons) {
      table.row(
          comparison.subject(),
          comparison.what(),
          comparison.precision().toString(),
          String.format(Locale.ROOT, "%.1e", comparison.difference()),
          String.format(Locale.ROOT, "%.1e", comparison.tolerance()),
          word(comparison.passed()));
    }
    return table.toText();
  }

  private static String gradients(CheckResult result) {
    TextTable table =
        new TextTable(
                "convolution", "layout", "precision", "threads", "input", "weights", "bias", "")
            .keys("convolution", "layout", "precision", "threads");
    for (GradientTrial trial : result.gradients()) {
      table.row(
          trial.convolution(),
          trial.layout().toString(),
          trial.precision().toString(),
          String.valueOf(trial.threads()),
          String.format(Locale.ROOT, "%.1e", trial.ofInput()),
          String.format(Locale.ROOT, "%.1e", trial.ofWeight()),
          String.format(Locale.ROOT, "%.1e", trial.ofBias()),
          word(trial.passed()) + (trial.isUsed() ? "" : ", not used"));
    }
    return table.toText() + result.remark().map(remark -> Paragraphs.of(remark + "\n")).orElse("");
  }

  private static String training(List<TrainingTrial> trials) {
    TextTable table =
        new TextTable("network", "precision", "losses", "on the CPU", "")
            .keys("network", "precision");
    for (TrainingTrial trial : trials) {
      table.row(
          trial.network() + " x" + trial.scale(),
          trial.precision().toString(),
          losses(trial.losses()),
          trial.onCpu().isEmpty() ? "-" : losses(trial.onCpu()),
          word(trial.passed()));
    }
    return table.withoutEmptyColumns().toText();
  }

  private static String losses(List<Double> losses) {
    return losses.stream()
        .map(loss -> String.format(Locale.ROOT, "%.4f", loss))
        .collect(Collectors.joining(" "));
  }

  private static String throughput(CheckResult result) {
    TextTable table =
        new TextTable(
                "workload", "subject", "images/s", "ours is", "of the matrix rate", "peak", "")
            .keys("workload", "subject");
    for (Measured measured : result.throughput()) {
      for (SubjectRates rates : measured.subjects()) {
        boolean first = rates.equals(measured.ours());
        table.row(
            first ? measured.workload().name() : "",
            rates.subject(),
            number(rates.median() < 10 ? "%.3f" : "%.1f", rates.median()),
            first ? "" : number("%.2f x", measured.ours().median() / rates.median()),
            first ? number("%.0f %%", 100 * result.shareOfMatrixRate(measured)) : "",
            rates.peakBytes().isPresent() ? ByteText.of(rates.peakBytes().getAsLong()) : "-",
            rates.failure().orElse(""));
      }
    }
    return table.withoutEmptyColumns().toText();
  }

  private static String matrixRates(Map<Precision, MatrixRate> rates) {
    return rates.keySet().stream()
        .sorted()
        .map(p -> String.format(Locale.ROOT, "%s %.3f TFLOP/s", p, rates.get(p).best() / 1e12))
        .collect(Collectors.joining(", ", "matrix rate: ", "\n"));
  }

  private static String number(String format, double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, format, value);
  }

  private static String word(boolean passed) {
    return passed ? "ok" : "WRONG";
  }
}
