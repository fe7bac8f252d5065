package io.butcherblock.device;

import io.butcherblock.files.ByteText;
import java.util.Locale;
import org.bytedeco.cuda.cudart.cudaDeviceProp;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.global.torch_cuda;

/** One GPU, asked through the bindings of CUDA: to be used only where there is one. */
final class Gpu {

  private Gpu() {}

  static String describe(int number) {
    try (PointerScope scope = new PointerScope()) {
      cudaDeviceProp properties = torch_cuda.getDeviceProperties((byte) number);
      BytePointer name = properties.name();
      return String.format(
          Locale.ROOT,
          "GPU %d (%s, %s)",
          number,
          name.getString(),
          ByteText.of(properties.totalGlobalMem()));
    } catch (LinkageError withoutBindings) {
      return "GPU " + number;
    }
  }
}
