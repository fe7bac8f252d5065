package io.butcherblock.throughput;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.export.PythonModule;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.Scale;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.global.torch;

/**
 * Python's PyTorch with the same networks, as the source that {@link PythonModule} writes, in a
 * process of its own that does what it is asked and nothing in between. Close it to end the
 * process.
 */
public final class PyTorch implements AutoCloseable {

  private final PythonProcess process;
  private final List<Variant> variants;
  private final JsonNode facts;

  /**
   * Starts Python.
   *
   * @param python the program, by name or path
   * @param variants what to time
   * @throws ButcherblockException if it does not run, has no PyTorch, or says nothing for minutes
   */
  public PyTorch(String python, List<Variant> variants) {
    this(python, variants, () -> {});
  }

  /**
   * Starts Python.
   *
   * @param python the program, by name or path
   * @param variants what to time
   * @param started is called when the program runs, before its first answer is waited for
   * @throws ButcherblockException if it does not run, has no PyTorch, or says nothing for minutes
   */
  public PyTorch(String python, List<Variant> variants, Runnable started) {
    this(python, variants, started, PythonProcess.PATIENCE_AT_START);
  }

  PyTorch(String python, List<Variant> variants, Runnable started, Duration patienceAtStart) {
    this.variants = List.copyOf(variants);
    this.process = PythonProcess.start(python);
    try {
      started.run();
      this.facts = process.answer(patienceAtStart);
      if (!facts.path("pytorch").isTextual()) {
        // A program that is no Python.
        throw new IllegalStateException("it answers " + facts);
      }
    } catch (RuntimeException e) {
      process.close();
      throw new ButcherblockException(
          "%s has no PyTorch that works (%s); name another Python or leave the option out."
              .formatted(python, e.getMessage()),
          e);
    }
  }

  /** Versions and device, as the process tells them. */
  public JsonNode facts() {
    return facts;
  }

  /**
   * Writes the output of a network.
   *
   * @param weights the official implementation's state dict, of {@code torch.save}
   * @param lr float32 [1, 3, side, side] as bytes of this machine
   * @param output is written likewise
   */
  public void output(
      NetworkSpec network, int scale, Device device, Path weights, Path lr, int side, Path output) {
    ObjectNode request = request("output", network, scale, device);
    request.put("weights", weights.toString()).put("lr", lr.toString());
    request.put("side", side).put("output", output.toString());
    process.ask(request);
  }

  /** Whether a network has source in Python: its vector field is not opaque tensor code. */
  public static boolean canRun(NetworkSpec network) {
    return network.graph(Scale.ALL.get(0)).opaque().isEmpty();
  }

  Map<String, RepeatedWork> subjects(Workload workload, Device device) {
    ObjectNode what = request("run", workload.network(), workload.scale(), device);
    what.put("task", workload.task().toString()).put("precision", workload.precision().toString());
    Input input = workload.input();
    what.put("images", input.images()).put("width", input.width()).put("height", input.height());
    Map<String, RepeatedWork> subjects = new LinkedHashMap<>();
    variants.forEach(v -> subjects.put(v.toString(), new InPython(v, what.deepCopy())));
    return subjects;
  }

  private static ObjectNode request(String kind, NetworkSpec network, int scale, Device device) {
    ObjectNode request = PythonProcess.request(kind);
    request.put("source", canRun(network) ? PythonModule.source(network, scale) : "");
    request.put("scale", scale);
    request.put("device", device.is_cpu() ? "cpu" : "cuda:" + device.index());
    request.put("threads", torch.get_num_threads());
    return request;
  }

  @Override
  public void close() {
    process.close();
  }

  /** A variant at a workload. */
  private final class InPython implements RepeatedWork {

    private final ObjectNode request;

    InPython(Variant variant, ObjectNode request) {
      this.request = request;
      request.put("compiled", variant.isCompiled());
      request.put("channels_last", variant.isChannelsLast());
    }

    @Override
    public TimedRun run(int times) {
      JsonNode answer = process.ask(request.put("times", times));
      JsonNode peak = answer.path("peak_bytes");
      return new TimedRun(
          answer.get("seconds").asDouble(),
          peak.isNumber() ? OptionalLong.of(peak.asLong()) : OptionalLong.empty());
    }

    @Override
    public void close() {
      process.forget();
    }
  }
}
