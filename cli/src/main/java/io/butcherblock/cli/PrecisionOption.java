package io.butcherblock.cli;

import io.butcherblock.device.Precision;
import picocli.CommandLine.Option;

/** {@code --precision}, for commands that run networks. */
final class PrecisionOption {

  @Option(
      names = "--precision",
      paramLabel = "fp32|tf32|bf16",
      defaultValue = "fp32",
      description =
          "How exactly convolutions are computed: fp32; tf32, on GPUs from Ampere on; or bf16."
              + " Weights are float32 in all of them (default: fp32).")
  private Precision precision;

  Precision precision() {
    return precision;
  }
}
