package io.butcherblock.benchmarks.inference;

import io.butcherblock.benchmarks.network.Bindings;
import io.butcherblock.benchmarks.process.Arguments;
import io.butcherblock.benchmarks.process.ChildProgram;
import io.butcherblock.benchmarks.process.ChildSettings;
import io.butcherblock.benchmarks.process.Work;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_dnn;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_dnn.Net;

/** OpenCV's module {@code dnn} with its own CPU code, from the ONNX that we export. */
public final class OpenCvInference implements ChildProgram {

  /** Whether convolutions may be computed as Winograd's, which round more: OpenCV's default. */
  static final String WINOGRAD = "winograd";

  @Override
  public Map<String, Work> open(Arguments arguments) throws IOException {
    opencv_core.setNumThreads(arguments.number(ChildSettings.THREADS));
    Upscaling upscaling = Upscaling.from(arguments);
    Net net = opencv_dnn.readNetFromONNX(upscaling.files().onnx().toString());
    net.setPreferableBackend(opencv_dnn.DNN_BACKEND_OPENCV);
    net.setPreferableTarget(opencv_dnn.DNN_TARGET_CPU);
    net.enableWinograd(Boolean.parseBoolean(arguments.text(WINOGRAD)));
    return Map.of(Upscaling.WORK, new Upscaled(upscaling, net));
  }

  @Override
  public Map<String, String> versions() {
    return Bindings.versions("opencv");
  }

  private record Upscaled(Upscaling upscaling, Net net) implements Work {

    @Override
    public float[] run() {
      int[] shape = Arrays.stream(upscaling.inputShape()).mapToInt(Math::toIntExact).toArray();
      try (Mat lr = new Mat(shape, opencv_core.CV_32F);
          FloatPointer in = new FloatPointer(lr.data())) {
        in.put(upscaling.image());
        net.setInput(lr);
        try (Mat sr = net.forward();
            FloatPointer out = new FloatPointer(sr.data())) {
          float[] values = new float[upscaling.outputLength()];
          out.get(values);
          return values;
        }
      }
    }

    @Override
    public void close() {
      net.close();
    }
  }
}
