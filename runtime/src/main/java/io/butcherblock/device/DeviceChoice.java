package io.butcherblock.device;

/** Where networks are to be computed. */
public enum DeviceChoice {
  /** An NVIDIA GPU if there is one that works, else the CPU. */
  AUTO,
  /** The CPU. */
  CPU,
  /** An NVIDIA GPU; opening it fails if none can be used. */
  CUDA
}
