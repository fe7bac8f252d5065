package io.butcherblock.benchmarks.blocks;

import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/** Four steps of leapfrog from a zero history: the operators of the generated block. */
record LeapfrogByHand(Map<String, Tensor> weights) implements BlockSubject.Block {

  @Override
  public Tensor forward(Tensor y0) {
    Tensor k1 = Operators.vectorField(weights, 1, y0);
    Tensor y1 = k1.mul(weights.get("scale1"));
    k1.close();
    Tensor y2 = step(2, y1, y0);
    Tensor y3 = step(3, y2, y1);
    y1.close();
    Tensor y4 = step(4, y3, y2);
    y3.close();
    y2.close();
    return y4;
  }

  private Tensor step(int number, Tensor y, Tensor before) {
    try (Tensor k = Operators.vectorField(weights, number, y)) {
      return before.addcmul(k, weights.get("scale" + number));
    }
  }
}
