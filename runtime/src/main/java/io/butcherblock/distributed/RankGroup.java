package io.butcherblock.distributed;

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
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final RankEnvironment environment;
  private final Rendezvous rendezvous;
  private final Heartbeat heartbeat;
  private final WatchedStore store;
  private final Backends backends;
  private WatchedThread waiting;
  private int texts;

  private RankGroup(RankEnvironment environment, Rendezvous rendezvous, Heartbeat heartbeat) {
    this.environment = environment;
    this.rendezvous = rendezvous;
    this.heartbeat = heartbeat;
    this.store = new WatchedStore(environment, rendezvous.connection(), heartbeat);
    this.backends = new Backends(environment, rendezvous, heartbeat, store);
  }

  /**
   * Joins the group that the variables tell of, works in it, and leaves it; tells the others if the
   * work fails.
   *
   * @throws ButcherblockException as {@link #join}
   */
  public static void run(Map<String, String> variables, Consumer<ProcessGroup> work) {
    try (ProcessGroup peers = join(variables)) {
      try {
        work.accept(peers);
      } catch (RuntimeException | Error e) {
        peers.fail(e);
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
    return environment.isPresent() ? join(environment.get(), PATIENCE) : new SingleProcess();
  }

  static RankGroup join(RankEnvironment environment, Duration patience) {
    Rendezvous rendezvous = Rendezvous.open(environment, patience);
    StoreThread thread = new StoreThread(environment, Heartbeat.SILENCE);
    try {
      Store store = rendezvous.connection();
      RankEnvironment attempt = RestartGeneration.agree(environment, store, thread, patience);
      Heartbeat heartbeat = new Heartbeat(attempt, store, thread);
      heartbeat.join(patience);
      return new RankGroup(attempt, rendezvous, heartbeat);
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
  public void sum(List<Tensor> tensors) {
    collectives(tensors).sum(tensors);
  }

  @Override
  public void copyFromFirst(List<Tensor> tensors) {
    try (PointerScope scope = new PointerScope()) {
      // A copy of the same storage that no gradient is recorded of.
      List<Tensor> values = tensors.stream().map(Tensor::detach).toList();
      collectives(values).copyFromFirst(values);
    }
  }

  private Collectives collectives(List<Tensor> tensors) {
    boolean onHost = tensors.isEmpty() || tensors.get(0).device().is_cpu();
    return new Collectives(onHost ? backends.host() : backends.gpu(), onHost, heartbeat);
  }

  @Override
  public Optional<GradientReducer> overlapped(TensorVector parameters) {
    try (Tensor first = parameters.get(0)) {
      boolean onHost = first.device().is_cpu();
      return Optional.of(
          new GradientReducer(parameters, backends.group(onHost), size(), heartbeat));
    }
  }

  @Override
  public double[] sum(double... numbers) {
    try (PointerScope scope = new PointerScope()) {
      Tensor tensor = Tensor.create(numbers, numbers.length);
      sum(List.of(tensor));
      double[] sums = new double[numbers.length];
      new DoublePointer(tensor.data_ptr_double()).get(sums);
      return sums;
    }
  }

  @Override
  public WorkQueue board(String name) {
    return new StoreWorkQueue(environment, store, name);
  }

  @Override
  public String textOfFirst(String text) {
    return new StoreText(environment, store, texts++).fromFirst(text);
  }

  @Override
  public double waitFor(DoubleSupplier value) {
    if (waiting == null) {
      waiting = new WatchedThread("waiting", heartbeat);
    }
    return waiting.call(value::getAsDouble);
  }

  @Override
  public void check() {
    heartbeat.check();
  }

  @Override
  public void fail(Throwable why) {
    String message = why.getMessage() == null ? why.toString() : why.getMessage();
    heartbeat.fail(message.lines().findFirst().orElse(""));
  }

  @Override
  public void close() {
    if (waiting != null) {
      waiting.stop();
    }
    if (heartbeat.leave()) {
      // Not otherwise: the library would wait for the process that was lost.
      backends.close();
    }
    if (heartbeat.stop() && store.stop()) {
      // Not otherwise: a question that is still asked keeps it.
      rendezvous.close();
    }
  }
}
