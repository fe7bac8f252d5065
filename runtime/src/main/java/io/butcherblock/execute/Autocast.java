package io.butcherblock.execute;

import io.butcherblock.device.Precision;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.GradMode;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * A region in which LibTorch takes convolutions in another type of number than their operands have.
 * Ends with {@link #close}, in the thread that opened it, and the inner before the outer; then all
 * is as it was before.
 *
 * <p>The library keeps cast copies of weights within the outermost region. They are dropped at its
 * end: a later region would find copies of weights that have changed in the meantime. Where
 * gradients are not recorded none are kept: a thread that records them would use such a copy,
 * through which no gradient reaches the weight.
 */
public final class Autocast implements AutoCloseable {

  private final DeviceType device;
  private final boolean enabledBefore;
  private final ScalarType typeBefore;
  private final boolean cacheBefore;

  private Autocast(DeviceType device) {
    this.device = device;
    this.enabledBefore = torch.is_autocast_enabled(device);
    this.typeBefore = torch.get_autocast_dtype(device);
    this.cacheBefore = torch.is_autocast_cache_enabled();
    torch.increment_nesting();
  }

  /**
   * Opens a region in which operators on {@code device} take and give numbers of a precision; to be
   * closed, in the same thread.
   */
  public static Autocast of(Precision precision, Device device) {
    return precision == Precision.BF16
        ? to(ScalarType.BFloat16, device.type())
        : off(device.type());
  }

  /** Casts to {@code type} on devices of one kind. */
  public static Autocast to(ScalarType type, DeviceType device) {
    Autocast region = new Autocast(device);
    torch.set_autocast_enabled(device, true);
    torch.set_autocast_dtype(device, type);
    torch.set_autocast_cache_enabled(GradMode.is_enabled());
    return region;
  }

  /** Casts nothing, also inside a region that does. */
  public static Autocast off(DeviceType device) {
    Autocast region = new Autocast(device);
    torch.set_autocast_enabled(device, false);
    return region;
  }

  @Override
  public void close() {
    if (torch.decrement_nesting() == 0) {
      torch.clear_cache();
    }
    torch.set_autocast_enabled(device, enabledBefore);
    torch.set_autocast_dtype(device, typeBefore);
    torch.set_autocast_cache_enabled(cacheBefore);
  }
}
