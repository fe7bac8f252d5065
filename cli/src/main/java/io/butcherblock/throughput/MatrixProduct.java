package io.butcherblock.throughput;

import io.butcherblock.device.BlasThreads;
import io.butcherblock.device.Precision;
import io.butcherblock.device.ThreadCount;
import io.butcherblock.execute.Float32Products;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The product of two square matrices of noise: the most that the device reaches, to compare
 * networks with.
 */
public final class MatrixProduct implements RepeatedWork {

  private static final int SIDE_ON_CPU = 1024;
  private static final int SIDE_ON_GPU = 8192;

  private final Tensor left;
  private final Tensor right;
  private final Tensor product;

  private MatrixProduct(Device device, Precision precision) {
    try (PointerScope scope = new PointerScope()) {
      this.left = noise(side(device), device, precision).retainReference();
      this.right = noise(side(device), device, precision).retainReference();
      this.product = torch.empty_like(left).retainReference();
    }
  }

  /** The matrices' side. */
  public static int side(Device device) {
    return device.is_cpu() ? SIDE_ON_CPU : SIDE_ON_GPU;
  }

  private static Tensor noise(int side, Device device, Precision precision) {
    Tensor noise = torch.randn(side, side).to(device, torch.ScalarType.Float);
    return precision == Precision.BF16 ? noise.to(torch.ScalarType.BFloat16) : noise;
  }

  /** Its rate, two floating-point operations for each multiply-accumulate. */
  public static MatrixRate rate(Device device, Precision precision, RoundSettings rounds) {
    double side = side(device);
    double flop = Flop.PER_MAC * side * side * side;
    try (BlasThreads threads = BlasThreads.of(ThreadCount.get());
        Float32Products products = Float32Products.of(precision, device);
        MatrixProduct product = new MatrixProduct(device, precision)) {
      SubjectRates rates = rounds.rates(Map.of("product of matrices", product), 1).get(0);
      return new MatrixRate(
          rates.imagesPerSecond().stream().map(perSecond -> flop * perSecond).toList());
    }
  }

  @Override
  public TimedRun run(int times) {
    try (PointerScope scope = new PointerScope()) {
      long start = System.nanoTime();
      for (int i = 0; i < times; i++) {
        torch.mm_out(product, left, right);
      }
      DeviceWait.until(product);
      return TimedRun.since(start);
    }
  }

  @Override
  public void close() {
    left.close();
    right.close();
    product.close();
  }
}
