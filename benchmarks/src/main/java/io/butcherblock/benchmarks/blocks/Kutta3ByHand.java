package io.butcherblock.benchmarks.blocks;

import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/** One step of Kutta's method of order 3: the operators of the generated block, in its order. */
record Kutta3ByHand(Map<String, Tensor> weights) implements BlockSubject.Block {

  @Override
  public Tensor forward(Tensor y0) {
    Tensor k1 = Operators.vectorField(weights, 1, y0);
    Tensor stage2 = y0.addcmul(k1, weights.get("scale1"));
    Tensor k2 = Operators.vectorField(weights, 2, stage2);
    stage2.close();
    Tensor stage3 = y0.addcmul(k2, weights.get("scale2"));
    stage3.addcmul_(k1, weights.get("scale3"));
    Tensor k3 = Operators.vectorField(weights, 3, stage3);
    stage3.close();
    Tensor sum = k3.addcmul(k2, weights.get("scale4"));
    sum.add_(k1);
    k3.close();
    k2.close();
    k1.close();
    Tensor y1 = y0.addcmul(sum, weights.get("scale5"));
    sum.close();
    return y1;
  }
}
