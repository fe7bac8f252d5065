package io.butcherblock.reverse;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.butcherblock.nn.Tensors;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

class GradientSumsTest {

  /** What a caller still has must not change, however many terms are added. */
  @Test
  void termsStayAsTheyAre() {
    try (GradientSums<String> sums = new GradientSums<>();
        Tensor one = Tensors.of(new float[] {1, 2}, 2);
        Tensor ten = Tensors.of(new float[] {10, 20}, 2);
        Tensor three = Tensors.of(new float[] {3}, 1)) {
      sums.add("x", one);
      sums.add("y", one);
      sums.add("x", ten);
      sums.add("x", ten);
      sums.addMultiple("x", one, 0.5);
      sums.addMultiple("x", one, three);
      sums.addMultiple("z", ten, three);
      sums.addMultiple("z", one, -1);
      sums.add("z", one);
      assertArrayEquals(new float[] {24.5f, 49}, Tensors.toArray(sums.get("x")));
      assertArrayEquals(new float[] {1, 2}, Tensors.toArray(sums.get("y")));
      assertArrayEquals(new float[] {30, 60}, Tensors.toArray(sums.get("z")));
      assertArrayEquals(new float[] {1, 2}, Tensors.toArray(one));
      assertArrayEquals(new float[] {10, 20}, Tensors.toArray(ten));
    }
  }

  @Test
  void whatIsDroppedBeginsAgain() {
    try (GradientSums<String> sums = new GradientSums<>();
        Tensor one = Tensors.of(new float[] {1, 2}, 2);
        Tensor undefined = new Tensor()) {
      sums.addMultiple("x", one, 2);
      sums.drop("x");
      assertNull(sums.get("x"));
      sums.add("x", undefined);
      assertNull(sums.get("x"));
      sums.add("x", one);
      sums.add("x", one);
      assertArrayEquals(new float[] {2, 4}, Tensors.toArray(sums.get("x")));
      assertArrayEquals(new float[] {1, 2}, Tensors.toArray(one));
    }
  }
}
