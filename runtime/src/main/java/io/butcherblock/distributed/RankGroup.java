package io.butcherblock.distributed;

import io.butcherblock.device.HostTensors;
import io.butcherblock.error.ButcherblockException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Store;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;

/** The processes of one run, each of which holds one of these. */
public final class RankGroup implements ProcessGroup {

  /** How long a process waits for the others to start; a queue may start them minutes apart. */
  private static final Duration JOIN_TIMEOUT = Duration.ofMinutes(5);

  private final RankEnvironment environment;
  private final Rendezvous rendezvous;
  private final Membership membership;
  private final WatchedStore store;
  private final Backends backends;
  private WatchedThread waiting;
  private int texts;

  private RankGroup(RankEnvironment environment, Rendezvous rendezvous, Membership membership) {
    this.environment = environment;
    this.rendezvous = rendezvous;
    this.membership = membership;
    FailureDetector failures = membership.failures();
    ConnectionFailures connection = membership.connection();
    this.store = new WatchedStore(environment, rendezvous.connection(), failures, connection);
    this.backends = new Backends(environment, rendezvous, failures, connection, store);
  }

  /**
   * Joins the group that the variables tell of, works in it, and leaves it; tells the others if the
   * work fails. Where {@link LocalGroup} has started this process, it ends with the one that did.
   *
   * @throws ButcherblockException as {@link #join}
   */
  public static void run(Map<String, String> variables, Consumer<ProcessGroup> work) {
    LauncherWatch.begin(variables);
    try (ProcessGroup group = join(variables)) {
      try {
        work.accept(group);
      } catch (RuntimeException | Error e) {
        group.fail(e);
        throw e;
      }
    }
  }

  /**
   * Joins the group that the variables tell of, and waits for the others.
   *
   * @return {@link SingleProcess} if they tell of none
   * @throws ButcherblockException if the variables are wrong, or the others cannot be reached
   */
  public static ProcessGroup join(Map<String, String> variables) {
    Optional<RankEnvironment> environment = RankEnvironment.of(variables);
    return environment.isPresent() ? join(environment.get(), JOIN_TIMEOUT) : new SingleProcess();
  }

  static RankGroup join(RankEnvironment environment, Duration timeout) {
    return join(environment, timeout, SilenceLimits.USUAL);
  }

  static RankGroup join(RankEnvironment environment, Duration timeout, SilenceLimits limits) {
    Rendezvous rendezvous = Rendezvous.open(environment, timeout);
    StoreThread thread = new StoreThread(environment, limits.process());
    try {
      Store store = rendezvous.connection();
      RankEnvironment generation = RestartGeneration.agree(environment, store, thread, timeout);
      Membership membership = Membership.join(generation, store, thread, timeout, limits);
      return new RankGroup(generation, rendezvous, membership);
    } catch (RuntimeException e) {
      if (thread.stop()) {
        rendezvous.close();
      }
      throw e;
    }
  }

  @Override
  public int rank() {
    return environment.rank();
  }

  @Override
  public int size() {
    return environment.size();
  }

  @Override
  public int localRank() {
    return environment.localRank();
  }

  @Override
  public void allReduce(List<Tensor> tensors) {
    collectives(tensors).allReduce(tensors);
  }

  @Override
  public void broadcast(List<Tensor> tensors) {
    try (PointerScope scope = new PointerScope()) {
      // A copy of the same storage that no gradient is recorded of.
      List<Tensor> values = tensors.stream().map(Tensor::detach).toList();
      collectives(values).broadcast(values);
    }
  }

  private Collectives collectives(List<Tensor> tensors) {
    boolean onHost = tensors.isEmpty() || tensors.get(0).device().is_cpu();
    return new Collectives(
        onHost ? backends.host() : backends.gpu(),
        onHost,
        membership.failures(),
        membership.connection());
  }

  @Override
  public Optional<GradientReducer> gradientReducer(TensorVector parameters) {
    try (Tensor first = parameters.get(0)) {
      boolean onHost = first.device().is_cpu();
      return Optional.of(
          new GradientReducer(
              parameters,
              backends.group(onHost),
              size(),
              membership.failures(),
              membership.connection()));
    }
  }

  @Override
  public double[] allReduce(double... numbers) {
    try (PointerScope scope = new PointerScope()) {
      Tensor tensor = HostTensors.of(numbers, numbers.length);
      allReduce(List.of(tensor));
      return toArray(tensor, numbers.length);
    }
  }

  @Override
  public double[] broadcast(double... numbers) {
    try (PointerScope scope = new PointerScope()) {
      Tensor tensor = HostTensors.of(numbers, numbers.length);
      broadcast(List.of(tensor));
      return toArray(tensor, numbers.length);
    }
  }

  private static double[] toArray(Tensor tensor, int length) {
    double[] numbers = new double[length];
    new DoublePointer(tensor.data_ptr_double()).get(numbers);
    return numbers;
  }

  @Override
  public <R> WorkQueue<R> workQueue(String name, TextCodec<R> codec) {
    return new StoreWorkQueue<>(environment, store, name, codec);
  }

  @Override
  public String broadcastText(String text) {
    return new TextBroadcast(environment, store, texts++).send(text);
  }

  @Override
  public double waitFor(DoubleSupplier value) {
    if (waiting == null) {
      waiting = new WatchedThread("waiting", membership.failures());
    }
    return waiting.call(value::getAsDouble);
  }

  @Override
  public void check() {
    membership.failures().check();
  }

  @Override
  public void fail(Throwable why) {
    String message = why.getMessage() == null ? why.toString() : why.getMessage();
    membership.fail(message.lines().findFirst().orElse(""));
  }

  @Override
  public void close() {
    if (waiting != null) {
      waiting.stop();
    }
    if (membership.leave()) {
      // Not otherwise: LibTorch would wait for the process that was lost.
      backends.close();
    }
    if (membership.stop() && store.stop()) {
      // Not otherwise: a question that is still asked keeps it.
      rendezvous.close();
    }
  }
}
