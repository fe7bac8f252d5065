package io.butcherblock.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.tensorfiles.Safetensors;
import io.butcherblock.tensorfiles.TensorFile;
import io.butcherblock.tensorfiles.WeightsFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExportTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(ExportFormat.class)
  void keysAreThoseOfTheOfficialImplementation(ExportFormat format) {
    Path ours = folder.resolve("ours.safetensors");
    Path theirs = folder.resolve("theirs");
    Set<String> keys =
        Set.of("head.0.weight", "body.0.conv1.weight", "body.0.conv2.weight", "body.1.weight");
    save(ours, keys);
    Weights.export(ours, format, theirs);
    assertEquals(
        format == ExportFormat.TORCH ? WeightsFormat.TORCH_ZIP : WeightsFormat.SAFETENSORS,
        WeightsFormat.of(theirs));
    try (TensorFile read = Weights.read(theirs)) {
      assertEquals(
          List.of(
              "add_mean.bias",
              "add_mean.weight",
              "body.0.body.0.weight",
              "body.0.body.2.weight",
              "body.1.weight",
              "head.0.weight",
              "sub_mean.bias",
              "sub_mean.weight"),
          new ArrayList<>(new TreeSet<>(read.names())));
      assertEquals(List.of(3L, 3L, 1L, 1L), read.shape("sub_mean.weight"));
      NetworkTensors.of(theirs, read);
      try (Tensor red = read.tensor("add_mean.bias").select(0, 0)) {
        assertEquals(114.444f, red.item_float());
      }
    }
  }

  @Test
  void blocksWithMoreThanTwoConvolutionsKeepTheirKeys() {
    Set<String> oisr = Set.of("body.0.conv1.weight", "body.0.conv2.weight", "body.0.relu1.weight");
    oisr.forEach(key -> assertEquals(key, OfficialKeys.toOfficial(key, oisr)));
    Set<String> scaled = Set.of("body.0.conv1.bias", "body.0.conv2.weight", "body.0.scale1");
    scaled.forEach(key -> assertEquals(key, OfficialKeys.toOfficial(key, scaled)));
    Set<String> three = Set.of("body.0.conv2.weight", "body.0.conv3.weight");
    three.forEach(key -> assertEquals(key, OfficialKeys.toOfficial(key, three)));
  }

  @Test
  void aFileWithoutANetworkIsRefusedAndNothingIsWritten() {
    Path ours = folder.resolve("ours.safetensors");
    Path theirs = folder.resolve("theirs.pt");
    save(ours, Set.of("x"));
    ButcherblockException error =
        assertThrows(
            ButcherblockException.class, () -> Weights.export(ours, ExportFormat.TORCH, theirs));
    assertTrue(error.getMessage().contains("holds no network"), error.getMessage());
    assertTrue(Files.notExists(theirs));
  }

  private static void save(Path file, Set<String> keys) {
    try (Tensor tensor = torch.ones(2)) {
      Map<String, Tensor> tensors = new LinkedHashMap<>();
      keys.forEach(key -> tensors.put(key, tensor));
      Safetensors.write(file, tensors, Map.of());
    }
  }
}
