package io.butcherblock.benchmarks.blocks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.butcherblock.nn.Parameters;
import io.butcherblock.nn.Tensors;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BlockSubjectTest {

  @ParameterizedTest
  @EnumSource
  void byHandComputesTheSameBitsAsGenerated(BlockSubject subject) {
    try (PointerScope scope = new PointerScope();
        Parameters parameters = new Parameters()) {
      torch.manual_seed(1);
      BlockSubject.Block generated = subject.generated(parameters, 4);
      BlockSubject.Block byHand = subject.byHand(parameters);
      Tensor y0 = torch.randn(2, 4, 5, 6);
      assertArrayEquals(
          Tensors.toArray(generated.forward(y0)), Tensors.toArray(byHand.forward(y0)), 0);
    }
  }
}
