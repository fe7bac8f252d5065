package io.butcherblock.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.check.GradientTrial.Layout;
import io.butcherblock.device.LibTorch;
import io.butcherblock.device.Precision;
import io.butcherblock.onednn.OneDnn;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConvolutionGradientsTest {

  @Test
  void bfloat16IsTriedAsItTrains() {
    List<GradientTrial> trials =
        ConvolutionGradients.of(new ConvolutionShape(32, 3, 3, 1, 12), LibTorch.cpu()).stream()
            .filter(trial -> trial.precision() == Precision.BF16)
            .toList();
    assertFalse(trials.isEmpty());
    for (GradientTrial trial : trials) {
      assertTrue(trial.isUsed() && trial.passed(), trial.toString());
    }
    assertTrue(
        ConvolutionGradients.of(new ConvolutionShape(32, 32, 3, 1, 12), LibTorch.cpu()).stream()
            .filter(trial -> trial.precision() == Precision.BF16)
            .allMatch(trial -> trial.passed() && trial.ofWeight() > 1e-4),
        "rounded to 8 bits");
  }

  @Test
  void winogradIsTriedWhereItTrains() {
    List<GradientTrial> wide =
        ConvolutionGradients.of(new ConvolutionShape(32, 32, 3, 1, 12), LibTorch.cpu());
    assertEquals(
        OneDnn.open().isPresent(),
        wide.stream().anyMatch(trial -> trial.layout() == Layout.WINOGRAD));
    for (GradientTrial trial : wide) {
      if (trial.isUsed()) {
        assertTrue(trial.passed(), trial.toString());
        assertTrue(trial.ofInput() > 0, "single is never double precision");
      }
    }
    assertTrue(
        ConvolutionGradients.of(new ConvolutionShape(32, 3, 3, 1, 12), LibTorch.cpu()).stream()
            .noneMatch(trial -> trial.layout() == Layout.WINOGRAD));
  }
}
