package io.butcherblock.check;

import io.butcherblock.device.LibTorch;
import io.butcherblock.device.NativeLibraries;
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
 * @param processors what Java may use
 * @param threads of LibTorch
 * @param tensorLibrary its version, and that of its bindings
 * @param cudaBuilt whether the program was built for GPUs
 * @param whyNoGpu why none can be used, as part of a sentence; empty if one can
 */
public record Machine(
    String device,
    String description,
    String system,
    String architecture,
    String processor,
    int processors,
    int threads,
    String java,
    String tensorLibrary,
    boolean cudaBuilt,
    Optional<String> whyNoGpu,
    List<GpuFacts> gpus) {

  static Machine of(Device device) {
    String bindings = Tensor.class.getPackage().getImplementationVersion();
    return new Machine(
        device.is_cpu() ? "cpu" : "cuda:" + device.index(),
        LibTorch.describe(device),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("os.arch"),
        Processor.model(),
        Runtime.getRuntime().availableProcessors(),
        torch.get_num_threads(),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
        bindings == null ? "unknown" : bindings,
        NativeLibraries.forGpusAreOnClassPath(),
        LibTorch.whyNoGpu(),
        GpuFacts.all());
  }
}
