package io.butcherblock.check;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A GPU as NVIDIA's own tool describes it.
 *
 * @param driver the version of the driver
 * @param memory with its unit
 * @param capability of its architecture: {@code 9.0}
 */
public record GpuFacts(String name, String driver, String memory, String capability) {

  private static final int SECONDS = 20;

  /** The GPUs that the driver knows; none where its tool {@code nvidia-smi} is not there. */
  static List<GpuFacts> all() {
    try {
      Process process =
          new ProcessBuilder(
                  "nvidia-smi",
                  "--query-gpu=name,driver_version,memory.total,compute_cap",
                  "--format=csv,noheader")
              .redirectErrorStream(true)
              .start();
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return List.of();
      }
      String text = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
      return process.exitValue() == 0 ? parse(text) : List.of();
    } catch (IOException noTool) {
      return List.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  static List<GpuFacts> parse(String text) {
    return text.lines()
        .map(line -> line.split(", *", -1))
        .filter(fields -> fields.length == 4)
        .map(fields -> new GpuFacts(fields[0], fields[1], fields[2], fields[3]))
        .toList();
  }
}
