package io.butcherblock.check;

import java.util.List;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Where a check took place.
 *
 * @param device that was checked: {@code cpu} or {@code cuda:0}
 * @param processors what Java may use
 * @param threads of the tensor library
 * @param tensorLibrary its version, and that of its bindings
 * @param cudaBuilt whether the tensor library that was loaded is one for GPUs
 * @param cudaAvailable whether it can use one here
 */
public record Machine(
    String device,
    String system,
    String architecture,
    String processor,
    int processors,
    int threads,
    String java,
    String tensorLibrary,
    boolean cudaBuilt,
    boolean cudaAvailable,
    List<Gpu> gpus) {

  static Machine of(Device device) {
    String bindings = Tensor.class.getPackage().getImplementationVersion();
    return new Machine(
        device.is_cpu() ? "cpu" : "cuda:" + device.index(),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("os.arch"),
        Processor.model(),
        Runtime.getRuntime().availableProcessors(),
        torch.get_num_threads(),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
        bindings == null ? "unknown" : bindings,
        torch.hasCUDA(),
        torch.cuda_is_available(),
        Gpu.all());
  }
}
