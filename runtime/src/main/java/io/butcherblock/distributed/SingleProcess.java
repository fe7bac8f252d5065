package io.butcherblock.distributed;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;

/** A process on its own: all sums are those of its numbers. */
public final class SingleProcess implements ProcessGroup {

  @Override
  public int rank() {
    return 0;
  }

  @Override
  public int size() {
    return 1;
  }

  @Override
  public int localRank() {
    return 0;
  }

  @Override
  public void sum(List<Tensor> tensors) {}

  @Override
  public Optional<GradientReducer> overlapped(TensorVector parameters) {
    return Optional.empty();
  }

  @Override
  public double[] sum(double... numbers) {
    return numbers;
  }

  @Override
  public void copyFromFirst(List<Tensor> tensors) {}

  @Override
  public WorkQueue board(String name) {
    return new LocalWorkQueue();
  }

  @Override
  public String textOfFirst(String text) {
    return text;
  }

  @Override
  public double waitFor(DoubleSupplier value) {
    return value.getAsDouble();
  }

  @Override
  public void check() {}

  @Override
  public void fail(Throwable why) {}

  @Override
  public void close() {}
}
