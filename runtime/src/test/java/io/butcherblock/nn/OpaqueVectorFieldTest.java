package io.butcherblock.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.device.LibTorch;
import io.butcherblock.plan.PlannedNetwork;
import java.util.OptionalInt;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

/** A network whose vector field is tensor code has a graph and a plan as every other. */
class OpaqueVectorFieldTest {

  private static final NetworkSpec SPEC =
      EulerForTests.network(2, 4).withVectorField(new OpaqueForTests());

  @Test
  void itsNumbersAreCounted() {
    NetworkSize with = NetworkSize.of(SPEC, 2);
    NetworkSize conv = NetworkSize.of(EulerForTests.network(2, 4), 2);
    long blocks = 2 * (9 * 4 * 4 + 4 + 4);
    assertEquals(conv.parameters() - blocks + 2 * 4, with.parameters());
    assertEquals(conv.macs(1) - 2 * 9 * 4 * 4 + 2 * (100 + 7), with.macs(1));
    assertEquals(conv.macs(10) - 2 * 9 * 4 * 4 * 10 + 2 * (100 * 10 + 7), with.macs(10));
    assertEquals(OptionalInt.of(3 + 2 * 2 + 1), with.radius());
    try (SuperResolutionNetwork network = network()) {
      assertEquals(network.parameters().count(), with.parameters());
    }
  }

  @Test
  void aPlanRunsItAsItIs() {
    float[] pixels = new float[3 * 6 * 7];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = 37 * i % 256;
    }
    try (NoGradGuard guard = new NoGradGuard();
        SuperResolutionNetwork network = network();
        Tensor lr = Tensors.of(pixels, 1, 3, 6, 7);
        PlannedNetwork planned = new PlannedNetwork(network);
        Tensor fast = planned.forward(lr);
        Tensor plain = network.forward(lr)) {
      assertArrayEquals(Tensors.toArray(plain), Tensors.toArray(fast), 1e-4f);
      String text = planned.plan().toString();
      assertTrue(
          text.contains("body.1/k1/evaluation1 = opaque(body.0/y1; opaque, body.1.evaluation1)"),
          text);
    }
  }

  @Test
  void itsWeightsAreTrained() {
    try (SuperResolutionNetwork network = network();
        Tensor lr = Tensors.of(new float[3 * 4 * 4], 1, 3, 4, 4);
        Tensor sr = network.forward(lr);
        Tensor loss = sr.sum()) {
      loss.backward();
      Tensor weight = network.parameters().byName().get("body.1.weight1");
      assertNotEquals(0, Tensors.toArray(weight.grad())[0]);
    }
  }

  private static SuperResolutionNetwork network() {
    return new SuperResolutionNetwork(SPEC, 2, 3, new Device("cpu"));
  }

  /** Its caller closes both, each once. */
  @Test
  void itsArgumentIsNoResult() {
    VectorFieldFactory identity = new Identity();
    try (SuperResolutionNetwork network =
            new SuperResolutionNetwork(SPEC.withVectorField(identity), 2, 5, LibTorch.cpu());
        Tensor lr = Tensors.of(new float[3 * 4 * 4], 1, 3, 4, 4)) {
      IllegalStateException told =
          assertThrows(IllegalStateException.class, () -> network.forward(lr));
      assertEquals(
          "The vector field identity gives its argument; it must give a new tensor.",
          told.getMessage());
      try (PlannedNetwork planned = new PlannedNetwork(network)) {
        assertThrows(IllegalStateException.class, () -> planned.forward(lr));
      }
    }
  }

  private static final class Identity extends OpaqueVectorField {

    @Override
    public String name() {
      return "identity";
    }

    @Override
    public RightHandSide create(ParameterScope parameters, StageContext stage) {
      return y -> y;
    }

    @Override
    public long parameters(int channels) {
      return 0;
    }

    @Override
    public long macsPerPixel(int channels) {
      return 0;
    }

    @Override
    public OptionalInt radius() {
      return OptionalInt.of(0);
    }
  }
}
