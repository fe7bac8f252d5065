package io.butcherblock.benchmarks.inference;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import io.butcherblock.benchmarks.process.Arguments;
import io.butcherblock.benchmarks.process.ChildProgram;
import io.butcherblock.benchmarks.process.ChildSettings;
import io.butcherblock.benchmarks.process.Work;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.Map;

/** ONNX Runtime with its CPU provider and all its graph optimisations. */
public final class OnnxInference implements ChildProgram {

  @Override
  public Map<String, Work> open(Arguments arguments) throws IOException, OrtException {
    Upscaling upscaling = Upscaling.from(arguments);
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (SessionOptions options = new SessionOptions()) {
      options.setIntraOpNumThreads(arguments.number(ChildSettings.THREADS));
      options.setOptimizationLevel(SessionOptions.OptLevel.ALL_OPT);
      OrtSession session = environment.createSession(upscaling.files().onnx().toString(), options);
      return Map.of(Upscaling.WORK, new Upscaled(upscaling, environment, session));
    }
  }

  @Override
  public Map<String, String> versions() {
    return Map.of(
        "com.microsoft.onnxruntime:onnxruntime", OrtEnvironment.getEnvironment().getVersion());
  }

  private record Upscaled(Upscaling upscaling, OrtEnvironment environment, OrtSession session)
      implements Work {

    @Override
    public float[] run() throws OrtException {
      FloatBuffer image = FloatBuffer.wrap(upscaling.image());
      String input = session.getInputNames().iterator().next();
      try (OnnxTensor lr = OnnxTensor.createTensor(environment, image, upscaling.inputShape());
          OrtSession.Result result = session.run(Map.of(input, lr))) {
        float[] sr = new float[upscaling.outputLength()];
        ((OnnxTensor) result.get(0)).getFloatBuffer().get(sr);
        return sr;
      }
    }

    @Override
    public void close() throws OrtException {
      session.close();
    }
  }
}
