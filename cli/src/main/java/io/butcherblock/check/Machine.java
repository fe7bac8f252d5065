package io.butcherblock.check;

import io.butcherblock.device.LibTorch;
import io.butcherblock.device.NativeLibraries;
import io.butcherblock.measure.Host;
import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Where a check took place.
 *
 * @param device that was checked: {@code cpu} or {@code cuda:0}
 * @param description of it, in words
 * @param threads of LibTorch
 * @param tensorLibrary its version, and that of its bindings
 * @param cudaBuilt whether the program was built for GPUs
 * @param whyNoGpu why none can be used, as part of a sentence; empty if one can
 */
public record Machine(
    String device,
    String description,
    Host host,
    int threads,
    String tensorLibrary,
    boolean cudaBuilt,
    Optional<String> whyNoGpu,
    List<GpuFacts> gpus) {

  static Machine of(Device device) {
    String bindings = Tensor.class.getPackage().getImplementationVersion();
    return new Machine(
        device.is_cpu() ? "cpu" : "cuda:" + device.index(),
        LibTorch.describe(device),
        Host.current(),
        torch.get_num_threads(),
        bindings == null ? "unknown" : bindings,
        NativeLibraries.forGpusAreOnClassPath(),
        LibTorch.whyNoGpu(),
        GpuFacts.all());
  }
}
