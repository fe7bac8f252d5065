package io.butcherblock.throughput;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.butcherblock.device.Precision;
import io.butcherblock.nn.EulerForTests;
import io.butcherblock.nn.NetworkSize;
import io.butcherblock.nn.NetworkSpec;
import org.junit.jupiter.api.Test;

class WorkloadTest {

  private static final NetworkSpec NETWORK = EulerForTests.network(1, 4);

  @Test
  void anImageEnlargedToThePapersSizeCostsThePapersMultiplyAccumulates() {
    Workload image = workload(Task.INFER, new Input(1, 640, 360));
    assertEquals(2.0 * NetworkSize.of(NETWORK, 2).macs(), image.flopPerImage(), 1);
    assertEquals("euler-for-tests x2, infer 1 of 640x360, fp32", image.name());
  }

  @Test
  void trainingIsThreePasses() {
    Input patches = new Input(16, 48, 48);
    double inference = workload(Task.INFER, patches).flopPerImage();
    assertEquals(3 * inference, workload(Task.TRAIN, patches).flopPerImage(), 1e-6 * inference);
  }

  private static Workload workload(Task task, Input input) {
    return new Workload(NETWORK, 2, task, Precision.FP32, input);
  }
}
