package io.butcherblock.examples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.dsl.Coefficients;
import io.butcherblock.dsl.WeightSharing;
import io.butcherblock.examples.schemes.Kutta3Scheme;
import io.butcherblock.examples.vectorfields.GV2VectorField;
import io.butcherblock.nn.BlockModule;
import io.butcherblock.nn.BlockParts;
import io.butcherblock.nn.OdeBlock;
import io.butcherblock.nn.Parameters;
import io.butcherblock.nn.Tensors;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.InputArchive;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.OutputArchive;
import org.bytedeco.pytorch.SGD;
import org.bytedeco.pytorch.SGDOptions;
import org.bytedeco.pytorch.StringTensorDict;
import org.bytedeco.pytorch.StringTensorDictItem;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A generated block inside a model that is written by hand. */
class BlockModuleTest {

  private static final int CHANNELS = 4;

  /** A model of somebody's own. */
  private static final class Model extends Module {

    private final BlockModule block =
        register_module(
            "block", new BlockModule(new Kutta3Scheme(), new GV2VectorField(), CHANNELS));

    Tensor forward(Tensor x) {
      return block.forward(x);
    }
  }

  @Test
  void theParametersAreTheModelsUnderTheirOwnNames() {
    try (PointerScope scope = new PointerScope();
        Model model = new Model();
        Parameters alone = new Parameters()) {
      block(alone);
      Set<String> expected = new TreeSet<>();
      alone.byName().keySet().forEach(name -> expected.add("block." + name));
      assertTrue(expected.contains("block.relu1.weight"), expected.toString());
      assertEquals(expected, names(model));
    }
  }

  @Test
  void aModelComputesWhatTheBlockDoes() {
    try (PointerScope scope = new PointerScope();
        Parameters alone = new Parameters()) {
      torch.manual_seed(7);
      Model model = new Model();
      torch.manual_seed(7);
      OdeBlock block = block(alone);
      Tensor x = torch.randn(2, CHANNELS, 5, 6);
      assertArrayEquals(Tensors.toArray(block.forward(x)), Tensors.toArray(model.forward(x)));
    }
  }

  @Test
  void anOptimizerOfTheModelTrainsTheBlock() {
    try (PointerScope scope = new PointerScope()) {
      torch.manual_seed(7);
      Model model = new Model();
      Tensor x = torch.randn(2, CHANNELS, 5, 6);
      Tensor target = torch.zeros(2, CHANNELS, 5, 6);
      SGD optimizer = new SGD(model.parameters(), new SGDOptions(0.05));
      double first = Double.NaN;
      double last = Double.NaN;
      for (int step = 0; step < 30; step++) {
        optimizer.zero_grad();
        Tensor loss = torch.mse_loss(model.forward(x), target);
        loss.backward();
        optimizer.step();
        last = loss.item_double();
        first = step == 0 ? last : first;
      }
      assertTrue(last < 0.8 * first, first + " -> " + last);
    }
  }

  @Test
  void theBlockMovesWithTheModel() {
    try (PointerScope scope = new PointerScope()) {
      Model model = new Model();
      model.to(torch.ScalarType.Double, false);
      Tensor y =
          model.forward(torch.randn(new long[] {1, CHANNELS, 5, 6}).to(torch.ScalarType.Double));
      assertEquals(torch.ScalarType.Double, y.scalar_type().intern());
    }
  }

  private static OdeBlock block(Parameters parameters) {
    return new Kutta3Scheme()
        .newBlock(
            new BlockParts(
                parameters.scope(""), new GV2VectorField(), WeightSharing.PER_STAGE, CHANNELS, 1),
            Coefficients.TRAINABLE);
  }

  private static Set<String> names(Module model) {
    Set<String> names = new TreeSet<>();
    StringTensorDict parameters = model.named_parameters();
    for (long i = 0; i < parameters.size(); i++) {
      StringTensorDictItem item = parameters.get(i);
      names.add(item.key().getString());
    }
    return names;
  }

  @Test
  void theBlockIsSavedAndLoadedWithTheModel(@TempDir Path folder) {
    String file = folder.resolve("model.pt").toString();
    try (PointerScope scope = new PointerScope()) {
      Tensor x = torch.randn(1, CHANNELS, 5, 6);
      Model saved = new Model();
      OutputArchive out = new OutputArchive();
      saved.save(out);
      out.save_to(file);
      Model loaded = new Model();
      float[] expected = Tensors.toArray(saved.forward(x));
      assertFalse(Arrays.equals(expected, Tensors.toArray(loaded.forward(x))));
      InputArchive in = new InputArchive();
      in.load_from(file);
      loaded.load(in);
      assertArrayEquals(expected, Tensors.toArray(loaded.forward(x)));
      loaded.to(torch.ScalarType.Double, false);
      loaded.to(torch.ScalarType.Float, false);
      assertArrayEquals(expected, Tensors.toArray(loaded.forward(x)));
    }
  }
}
