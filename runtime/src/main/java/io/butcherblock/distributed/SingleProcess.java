package io.butcherblock.distributed;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;

/** A process on its own, as a group of one: sums are its own numbers, and nothing is sent. */
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
  public void allReduce(List<Tensor> tensors) {}

  @Override
  public double[] allReduce(double... numbers) {
    return numbers;
  }

  @Override
  public void broadcast(List<Tensor> tensors) {}

  @Override
  public double[] broadcast(double... numbers) {
    return numbers;
  }

  @Override
  public String broadcastText(String text) {
    return text;
  }

  @Override
  public <T> T broadcastValue(T value, TextCodec<T> codec) {
    return value;
  }

  @Override
  public Optional<GradientReducer> gradientReducer(TensorVector parameters) {
    return Optional.empty();
  }

  @Override
  public <R> WorkQueue<R> workQueue(String name, TextCodec<R> codec) {
    return new LocalWorkQueue<>();
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
