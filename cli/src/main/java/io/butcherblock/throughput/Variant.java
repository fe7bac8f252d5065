package io.butcherblock.throughput;

import java.util.Locale;

/** How Python runs a network. */
public enum Variant {
  EAGER,
  EAGER_CHANNELS_LAST,
  COMPILED,
  COMPILED_CHANNELS_LAST;

  /** Whether by {@code torch.compile}. */
  boolean isCompiled() {
    return this == COMPILED || this == COMPILED_CHANNELS_LAST;
  }

  /** Whether weights and patches lie channels last, or as PyTorch does if not told. */
  boolean isChannelsLast() {
    return this == EAGER_CHANNELS_LAST || this == COMPILED_CHANNELS_LAST;
  }

  /** {@code eager-channels-last}, as it is written in reports. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
