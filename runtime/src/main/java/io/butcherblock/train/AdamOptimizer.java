package io.butcherblock.train;

import io.butcherblock.checkpoint.ArchiveStream;
import io.butcherblock.files.WholeFile;
import io.butcherblock.nn.Parameters;
import java.nio.file.Path;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.InputArchive;
import org.bytedeco.pytorch.OutputArchive;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;

/** PyTorch's Adam over the parameters of a network. */
final class AdamOptimizer implements AutoCloseable {

  private static final double DEFAULT_BETA1 = 0.9;

  private final TensorVector parameters;
  private final AdamOptions options;
  private final Adam adam;

  AdamOptimizer(Parameters parameters, AdamSettings settings) {
    this.parameters = new TensorVector(parameters.byName().values().toArray(new Tensor[0]));
    this.options = new AdamOptions(settings.learningRate());
    setBetas(options.betas(), settings);
    options.eps().put(settings.epsilon());
    this.adam = new Adam(this.parameters, options);
    // They live as long as the run, longer than a scope that is open while they are made.
    this.parameters.retainReference();
    options.retainReference();
    adam.retainReference();
  }

  /**
   * The pair is a std::tuple, which some compilers lay out backwards: the default, 0.9, tells where
   * the first is.
   */
  private static void setBetas(DoublePointer betas, AdamSettings settings) {
    int first = betas.get(0) == DEFAULT_BETA1 ? 0 : 1;
    betas.put(first, settings.beta1());
    betas.put(1 - first, settings.beta2());
  }

  /** What is trained; the optimizer's to close. */
  TensorVector parameters() {
    return parameters;
  }

  /**
   * One step with learning rate {@code rate} against {@code gradient}: a tensor for each parameter,
   * still the caller's.
   */
  void step(TensorVector gradient, double rate) {
    try (PointerScope scope = new PointerScope()) {
      adam.param_groups().get(0).options().set_lr(rate);
      for (long i = 0; i < parameters.size(); i++) {
        parameters.get(i).mutable_grad().put(gradient.get(i));
      }
      adam.step();
      for (long i = 0; i < parameters.size(); i++) {
        // Not zero_grad(), which can not let go of a gradient that is a view.
        parameters.get(i).mutable_grad().reset();
      }
    }
  }

  /**
   * Writes the moments through Java: the library's own file writer ends the process when the disk
   * is full.
   */
  void save(Path file) {
    WholeFile.write(
        file,
        out -> {
          try (OutputArchive archive = new OutputArchive();
              ArchiveStream stream = new ArchiveStream(out)) {
            adam.save(archive);
            archive.save_to(stream);
            stream.check();
          }
        });
  }

  void load(Path file) {
    try (InputArchive archive = new InputArchive()) {
      archive.load_from(file.toString());
      adam.load(archive);
    }
  }

  @Override
  public void close() {
    adam.close();
    options.close();
    parameters.close();
  }
}
