package io.butcherblock.distributed;

import java.time.Duration;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.javacpp.chrono.Milliseconds;
import org.bytedeco.pytorch.Backend;
import org.bytedeco.pytorch.BackendOptional;
import org.bytedeco.pytorch.GlooDeviceVector;
import org.bytedeco.pytorch.ProcessGroup;
import org.bytedeco.pytorch.ProcessGroup.BackendType;
import org.bytedeco.pytorch.ProcessGroupGloo;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.bytedeco.pytorch.gloo.Device;
import org.bytedeco.pytorch.nccl.ProcessGroupNCCL;

/**
 * What carries tensors between processes: Gloo for main memory, NCCL for GPUs. Each is made at its
 * first use, where it waits for all processes however long that takes.
 */
final class Backends implements AutoCloseable {

  /** Never reached: {@link Heartbeat} tells who is gone, and rank 0 may validate for long. */
  private static final Duration LIMIT = Duration.ofDays(30);

  /** The network interface to use, where the way to rank 0 is not the right one. */
  private static final String INTERFACE = "GLOO_SOCKET_IFNAME";

  private final RankEnvironment environment;
  private final Rendezvous rendezvous;
  private Backend host;
  private Backend gpu;
  private ProcessGroup group;

  Backends(RankEnvironment environment, Rendezvous rendezvous) {
    this.environment = environment;
    this.rendezvous = rendezvous;
  }

  private Backend gloo() {
    try (PointerScope scope = new PointerScope()) {
      String chosen = System.getenv(INTERFACE);
      Device device =
          chosen == null
              ? ProcessGroupGloo.createDeviceForHostname(rendezvous.localAddress())
              : ProcessGroupGloo.createDeviceForInterface(chosen);
      ProcessGroupGloo.Options options =
          ProcessGroupGloo.Options.create(new Milliseconds(LIMIT.toMillis()));
      options.devices(new GlooDeviceVector(device));
      return new ProcessGroupGloo(
              rendezvous.handOn("gloo"), environment.rank(), environment.size(), options)
          .retainReference();
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
      try (PointerScope scope = new PointerScope()) {
        gpu =
            new ProcessGroupNCCL(rendezvous.handOn("nccl"), environment.rank(), environment.size())
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
            new ProcessGroup(rendezvous.handOn("group"), environment.rank(), environment.size())
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
