package io.butcherblock.distributed;

import io.butcherblock.error.ButcherblockException;
import java.time.Duration;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.javacpp.chrono.Milliseconds;
import org.bytedeco.pytorch.Backend;
import org.bytedeco.pytorch.BackendOptional;
import org.bytedeco.pytorch.GlooDeviceVector;
import org.bytedeco.pytorch.ProcessGroup;
import org.bytedeco.pytorch.ProcessGroup.BackendType;
import org.bytedeco.pytorch.ProcessGroupGloo;
import org.bytedeco.pytorch.Store;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.bytedeco.pytorch.gloo.Device;
import org.bytedeco.pytorch.nccl.ProcessGroupNCCL;

/**
 * What carries tensors between processes: Gloo for main memory, NCCL for GPUs. Each is made at its
 * first use, after all have come there, however long that takes.
 */
final class Backends implements AutoCloseable {

  /** For connections between processes that all stand ready; it is a matter of milliseconds. */
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(60);

  /** The network interface to use, where the way to rank 0 is not the right one. */
  private static final String INTERFACE = "GLOO_SOCKET_IFNAME";

  private final RankEnvironment environment;
  private final Rendezvous rendezvous;
  private final FailureDetector failures;
  private final ConnectionFailures connection;
  private final WatchedStore store;
  private Backend host;
  private Backend gpu;
  private ProcessGroup group;

  Backends(
      RankEnvironment environment,
      Rendezvous rendezvous,
      FailureDetector failures,
      ConnectionFailures connection,
      WatchedStore store) {
    this.environment = environment;
    this.rendezvous = rendezvous;
    this.failures = failures;
    this.connection = connection;
    this.store = store;
  }

  /**
   * Connects to all others, which must be known to come: LibTorch waits for them without an end.
   */
  private Backend gloo() {
    WatchedThread connecting = new WatchedThread("gloo", failures);
    try (PointerScope scope = new PointerScope()) {
      ProcessGroupGloo.Options options =
          ProcessGroupGloo.Options.create(new Milliseconds(WatchedThread.NO_TIMEOUT.toMillis()));
      options.devices(new GlooDeviceVector(device()));
      Store below = rendezvous.nativelyOwned(environment.key("gloo"));
      store.awaitAll("gloo");
      return connecting
          .call(() -> connection.explained(() -> gloo(below, options)), CONNECT_TIMEOUT)
          .orElseThrow(() -> new ButcherblockException(unconnected()));
    } finally {
      connecting.stop();
    }
  }

  private String unconnected() {
    return "All processes are at %s, but cannot reach each other from %s within %s s: let all their ports through, or name another network interface with %s."
        .formatted(
            environment.address(),
            rendezvous.localAddress(),
            CONNECT_TIMEOUT.toSeconds(),
            INTERFACE);
  }

  private Backend gloo(Store below, ProcessGroupGloo.Options options) {
    try (PointerScope scope = new PointerScope()) {
      return new ProcessGroupGloo(below, environment.rank(), environment.size(), options)
          .retainReference();
    }
  }

  // LibTorch throws plain runtime exceptions.
  @SuppressWarnings("CatchingUnchecked")
  private Device device() {
    String chosen = System.getenv(INTERFACE);
    if (chosen == null) {
      return ProcessGroupGloo.createDeviceForHostname(rendezvous.localAddress());
    }
    try {
      return ProcessGroupGloo.createDeviceForInterface(chosen);
    } catch (RuntimeException e) {
      throw new ButcherblockException(
          "%s is %s, which is no network interface with an address on this machine."
              .formatted(INTERFACE, chosen),
          e);
    }
  }

  /** For tensors in main memory. */
  Backend host() {
    if (host == null) {
      host = gloo();
    }
    return host;
  }

  /** For tensors on GPUs. */
  Backend gpu() {
    if (gpu == null) {
      store.awaitAll("nccl");
      try (PointerScope scope = new PointerScope()) {
        ProcessGroupNCCL.Options options = ProcessGroupNCCL.Options.create();
        options.timeout(new Milliseconds(WatchedThread.NO_TIMEOUT.toMillis()));
        gpu =
            new ProcessGroupNCCL(
                    rendezvous.nativelyOwned(environment.key("nccl")),
                    environment.rank(),
                    environment.size(),
                    options)
                .retainReference();
      }
    }
    return gpu;
  }

  /** What a {@code Reducer} needs around them. */
  ProcessGroup group(boolean onHost) {
    if (group == null) {
      try (PointerScope scope = new PointerScope()) {
        group =
            new ProcessGroup(
                    rendezvous.nativelyOwned(environment.key("group")),
                    environment.rank(),
                    environment.size())
                .retainReference();
        group.setBackend(
            onHost ? DeviceType.CPU : DeviceType.CUDA,
            onHost ? BackendType.GLOO : BackendType.NCCL,
            new BackendOptional(onHost ? host() : gpu()));
        group.setDefaultBackend(onHost ? BackendType.GLOO : BackendType.NCCL);
      }
    }
    return group;
  }

  @Override
  public void close() {
    if (group != null) {
      group.close();
    }
    if (host != null) {
      host.close();
    }
    if (gpu != null) {
      gpu.close();
    }
  }
}
