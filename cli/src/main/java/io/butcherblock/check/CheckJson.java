package io.butcherblock.check;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.butcherblock.device.Precision;
import io.butcherblock.files.Json;
import io.butcherblock.throughput.Input;
import io.butcherblock.throughput.Measured;
import io.butcherblock.throughput.SubjectRates;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** What a check found, as JSON; docs/bundle.md tells the fields. A NaN is written as null. */
public final class CheckJson {

  private CheckJson() {}

  /**
   * The whole text.
   *
   * @param version of this program
   */
  public static String of(CheckResult result, String version) {
    ObjectNode root = Json.MAPPER.createObjectNode();
    root.put("butcherblock", version);
    root.put("time", Instant.now().toString());
    root.put("complete", result.complete());
    root.put("conclusion", result.conclusion());
    ArrayNode failures = root.putArray("failures");
    result.failures().forEach(failures::add);
    machine(result.machine(), root.putObject("machine"));
    root.set("pytorch", result.pytorch().orElse(null));
    ArrayNode parity = root.putArray("parity");
    result.parity().forEach(comparison -> comparison(comparison, parity.addObject()));
    ArrayNode gradients = root.putArray("gradients");
    result.gradients().forEach(trial -> gradient(trial, gradients.addObject()));
    ArrayNode training = root.putArray("training");
    result.training().forEach(trial -> trial(trial, training.addObject()));
    throughput(result, root.putObject("throughput"));
    return Json.lines(root);
  }

  private static void machine(Machine machine, ObjectNode node) {
    node.put("device", machine.device());
    node.put("description", machine.description());
    node.put("system", machine.host().system());
    node.put("architecture", machine.host().architecture());
    node.put("processor", machine.host().processor());
    node.put("processors", machine.host().processors());
    node.put("threads", machine.threads());
    node.put("java", machine.host().java());
    node.put("tensor_library", machine.tensorLibrary());
    node.put("cuda_built", machine.cudaBuilt());
    node.put("cuda_available", machine.whyNoGpu().isEmpty());
    machine.whyNoGpu().ifPresent(why -> node.put("why_no_gpu", why));
    ArrayNode gpus = node.putArray("gpus");
    for (GpuFacts gpu : machine.gpus()) {
      gpus.addObject()
          .put("name", gpu.name())
          .put("driver", gpu.driver())
          .put("memory", gpu.memory())
          .put("capability", gpu.capability());
    }
  }

  private static void comparison(Comparison comparison, ObjectNode node) {
    node.put("subject", comparison.subject());
    node.put("compared", comparison.what());
    node.put("precision", comparison.precision().toString());
    node.put("unit", comparison.unit().name().toLowerCase(Locale.ROOT));
    put(node, "difference", comparison.difference());
    node.put("tolerance", comparison.tolerance());
    node.put("passed", comparison.passed());
  }

  private static void gradient(GradientTrial trial, ObjectNode node) {
    node.put("convolution", trial.convolution());
    node.put("layout", trial.layout().toString());
    node.put("precision", trial.precision().toString());
    node.put("used", trial.isUsed());
    node.put("threads", trial.threads());
    put(node, "input", trial.ofInput());
    put(node, "weights", trial.ofWeight());
    put(node, "bias", trial.ofBias());
    node.put("tolerance", trial.tolerance());
    node.put("passed", trial.passed());
  }

  private static void trial(TrainingTrial trial, ObjectNode node) {
    node.put("network", trial.network());
    node.put("scale", trial.scale());
    node.put("precision", trial.precision().toString());
    numbers(node.putArray("losses"), trial.losses());
    numbers(node.putArray("losses_on_cpu"), trial.onCpu());
    trial
        .comparison()
        .ifPresent(
            c -> {
              put(node, "difference", c.difference());
              node.put("tolerance", c.tolerance());
            });
    node.put("passed", trial.passed());
  }

  private static void throughput(CheckResult result, ObjectNode node) {
    Settings settings = result.settings();
    node.put("unit", "images per second");
    node.put("rounds", settings.rounds().rounds());
    node.put("seconds_a_round", settings.rounds().seconds());
    ArrayNode matrixRates = node.putArray("matrix_rate");
    for (Precision precision : Precision.values()) {
      if (result.matrixRate().containsKey(precision)) {
        ObjectNode rate = matrixRates.addObject().put("precision", precision.toString());
        put(rate, "flop_per_second", result.matrixRate().get(precision).best());
        numbers(rate.putArray("each_round"), result.matrixRate().get(precision).ofRounds());
      }
    }
    ArrayNode remarks = node.putArray("remarks");
    result.remarksOnThroughput().forEach(remarks::add);
    ArrayNode workloads = node.putArray("workloads");
    for (Measured measured : result.throughput()) {
      ObjectNode workload = workloads.addObject();
      workload.put("network", measured.workload().network().name());
      workload.put("scale", measured.workload().scale());
      workload.put("task", measured.workload().task().toString());
      workload.put("precision", measured.workload().precision().toString());
      Input input = measured.workload().input();
      workload.put("images", input.images());
      workload.put("width", input.width()).put("height", input.height());
      put(workload, "flop_per_second", measured.flops());
      put(workload, "share_of_matrix_rate", result.shareOfMatrixRate(measured));
      ObjectNode subjects = workload.putObject("subjects");
      for (SubjectRates rates : measured.subjects()) {
        ObjectNode subject = subjects.putObject(rates.subject());
        put(subject, "median", rates.median());
        numbers(subject.putArray("each_round"), rates.imagesPerSecond());
        if (!rates.equals(measured.ours())) {
          put(subject, "ours_over_this", measured.ours().median() / rates.median());
        }
        rates.peakBytes().ifPresent(bytes -> subject.put("peak_bytes", bytes));
        rates.failure().ifPresent(why -> subject.put("failure", why));
      }
    }
  }

  private static void numbers(ArrayNode array, List<Double> values) {
    for (double value : values) {
      if (Double.isFinite(value)) {
        array.add(value);
      } else {
        array.addNull();
      }
    }
  }

  /** JSON has no NaN. */
  private static void put(ObjectNode node, String name, double value) {
    if (Double.isFinite(value)) {
      node.put(name, value);
    } else {
      node.putNull(name);
    }
  }
}
