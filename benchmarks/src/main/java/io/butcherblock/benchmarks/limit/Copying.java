package io.butcherblock.benchmarks.limit;

import io.butcherblock.benchmarks.process.Work;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** A copy of more memory than any cache has. */
final class Copying implements Work {

  static final long BYTES = 256L << 20;

  private final Tensor from = torch.ones(BYTES / Float.BYTES);
  private final Tensor to = torch.ones(BYTES / Float.BYTES);

  @Override
  public float[] run() {
    to.copy_(from);
    return new float[0];
  }

  @Override
  public void close() {
    from.close();
    to.close();
  }
}
