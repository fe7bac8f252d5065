package io.butcherblock.examples;

import io.butcherblock.device.LibTorch;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.nn.Tensors;
import io.butcherblock.plan.Convolutions;
import io.butcherblock.plan.PlannedNetwork;
import org.bytedeco.pytorch.Tensor;

/** Loads all native libraries that enlarging an image needs, Winograd's where there are some. */
final class WinogradWork {

  private WinogradWork() {}

  public static void main(String[] args) {
    NetworkSpec spec = Catalogue.onClassPath().network("oisr-lf-s").withSize(1, 32);
    try (SuperResolutionNetwork network = new SuperResolutionNetwork(spec, 2, 1, LibTorch.cpu());
        PlannedNetwork planned = new PlannedNetwork(network, Convolutions.WINOGRAD);
        Tensor lr = Tensors.of(new float[3 * 16 * 16], 1, 3, 16, 16);
        Tensor sr = planned.forward(lr)) {
      System.out.println(sr.size(2));
    }
  }
}
