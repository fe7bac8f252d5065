package io.butcherblock.benchmarks.limit;

import io.butcherblock.benchmarks.process.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bytedeco.pytorch.global.torch;

/** A convolution for each thread, which works alone on it. */
final class SideBySide implements Work {

  private final ExecutorService threads;
  private final List<Convolving> convolutions = new ArrayList<>();

  SideBySide(Layout layout, ConvolutionSize size, int count) {
    // The number of threads of an operator is one of the thread that calls it.
    this.threads =
        Executors.newFixedThreadPool(
            count,
            work ->
                new Thread(
                    () -> {
                      torch.set_num_threads(1);
                      work.run();
                    }));
    for (int i = 0; i < count; i++) {
      convolutions.add(new Convolving(layout, size));
    }
  }

  @Override
  public float[] run() throws Exception {
    List<Callable<float[]>> calls = new ArrayList<>();
    convolutions.forEach(convolution -> calls.add(convolution::run));
    for (Future<float[]> done : threads.invokeAll(calls)) {
      done.get();
    }
    return new float[0];
  }

  @Override
  public void close() {
    threads.shutdown();
    convolutions.forEach(Convolving::close);
  }
}
