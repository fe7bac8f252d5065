package io.butcherblock.onednn;

import io.butcherblock.device.NativeLibraries;
import java.util.Optional;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.stream;
import org.bytedeco.javacpp.PointerScope;

/**
 * oneDNN on this processor, opened once in a process and kept. Its threads are those of LibTorch:
 * both have the same OpenMP.
 *
 * <p>Works for one thread at a time: operators lock it ({@code synchronized}).
 */
public final class OneDnn {

  /** What oneDNN refuses or fails at. Who can do without it should. */
  public static final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;

    Failure(String message, RuntimeException cause) {
      super(message, cause);
    }
  }

  /**
   * Not its libgomp.so.1, for LibTorch's is loaded already: the loader of the bindings puts a link
   * to that in its place, through which another process that unpacks it at the same time would
   * overwrite the file that all have mapped.
   */
  private static final String[] FILES = {"libdnnl.so.3", "libjnidnnl.so"};

  /** Empty before the first attempt. */
  private static Optional<Optional<OneDnn>> opened = Optional.empty();

  private final engine cpu;
  private final stream queue;
  private final Kernels kernels = new Kernels(this);
  private final FeatureMaps maps = new FeatureMaps();

  private OneDnn() {
    // Kept for good, whatever scope of pointers is open.
    this.cpu = new engine(engine.kind.cpu, 0).retainReference();
    this.queue = new stream(cpu).retainReference();
  }

  /**
   * The library; empty if its natives are not on the class path, as on all systems but Linux on
   * x86-64, cannot be loaded, or have no Winograd convolution for this processor, as on those
   * without AVX-512.
   */
  public static synchronized Optional<OneDnn> open() {
    if (opened.isEmpty()) {
      opened = Optional.of(load());
    }
    return opened.get();
  }

  private static Optional<OneDnn> load() {
    if (!NativeLibraries.areUnpacked("dnnl", "linux-x86_64", FILES)
        || !NativeLibraries.areUnpacked("opencl", "linux-x86_64", "libOpenCL.so.1")) {
      return Optional.empty();
    }
    try (PointerScope scope = new PointerScope()) {
      OneDnn library = VersionWarning.without(OneDnn::new);
      return Optional.of(library).filter(dnn -> Kernels.haveWinograd(dnn.cpu));
    } catch (LinkageError | RuntimeException e) {
      // Nobody asked for it: LibTorch's own convolutions do the same.
      return Optional.empty();
    }
  }

  engine engine() {
    return cpu;
  }

  stream stream() {
    return queue;
  }

  Kernels kernels() {
    return kernels;
  }

  /** What makes its feature maps. */
  public FeatureMaps maps() {
    return maps;
  }

  /**
   * Runs what calls oneDNN.
   *
   * @throws Failure if oneDNN fails; faults of our own are thrown as they are
   */
  static void call(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      throw isOfBindings(e) ? new Failure(e.getMessage(), e) : e;
    }
  }

  /**
   * Memory of oneDNN's own.
   *
   * @return which is the open scope's
   * @throws Failure if there is not so much
   */
  memory allocate(memory.desc description) {
    try {
      return new memory(description, cpu);
    } catch (RuntimeException e) {
      // oneDNN says only that it could not make it.
      throw isOfBindings(e)
          ? new Failure(
              "not enough memory for "
                  + description.get_size()
                  + " bytes of oneDNN's: "
                  + e.getMessage(),
              e)
          : e;
    }
  }

  /** Exceptions of C++ are of this very class; what is wrong with a call is of a narrower one. */
  private static boolean isOfBindings(RuntimeException e) {
    return e.getClass() == RuntimeException.class;
  }
}
