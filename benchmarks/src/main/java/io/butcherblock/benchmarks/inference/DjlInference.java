package io.butcherblock.benchmarks.inference;

import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.repository.zoo.Criteria;
import ai.djl.repository.zoo.ZooModel;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslateException;
import ai.djl.translate.TranslatorContext;
import io.butcherblock.benchmarks.network.Djl;
import io.butcherblock.benchmarks.process.Arguments;
import io.butcherblock.benchmarks.process.ChildProgram;
import io.butcherblock.benchmarks.process.ChildSettings;
import io.butcherblock.benchmarks.process.Work;
import java.util.Map;

/** DJL's predictor over its PyTorch engine, with the TorchScript that we export. */
public final class DjlInference implements ChildProgram {

  @Override
  public Map<String, Work> open(Arguments arguments) throws Exception {
    Djl.useThreads(arguments.number(ChildSettings.THREADS));
    Upscaling upscaling = Upscaling.from(arguments);
    ZooModel<float[], float[]> model =
        Criteria.builder()
            .setTypes(float[].class, float[].class)
            .optEngine(Djl.ENGINE)
            .optModelPath(upscaling.files().torchScript())
            .optTranslator(new Planes(new Shape(upscaling.inputShape())))
            .build()
            .loadModel();
    return Map.of(Upscaling.WORK, new Upscaled(upscaling, model, model.newPredictor()));
  }

  @Override
  public Map<String, String> versions() {
    return Djl.versions();
  }

  private record Planes(Shape shape) implements NoBatchifyTranslator<float[], float[]> {

    @Override
    public NDList processInput(TranslatorContext context, float[] image) {
      return new NDList(context.getNDManager().create(image, shape));
    }

    @Override
    public float[] processOutput(TranslatorContext context, NDList output) {
      return output.singletonOrThrow().toFloatArray();
    }
  }

  private record Upscaled(
      Upscaling upscaling, ZooModel<float[], float[]> model, Predictor<float[], float[]> predictor)
      implements Work {

    @Override
    public float[] run() throws TranslateException {
      return predictor.predict(upscaling.image());
    }

    @Override
    public void close() {
      predictor.close();
      model.close();
    }
  }
}
