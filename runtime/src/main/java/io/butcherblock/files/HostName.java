package io.butcherblock.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The name of this machine. */
public final class HostName {

  private HostName() {}

  /** The name, without asking the network for it, which may take long. */
  public static String get() {
    try {
      return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
    } catch (IOException e) {
      return String.valueOf(
          System.getenv().getOrDefault("COMPUTERNAME", System.getenv("HOSTNAME")));
    }
  }
}
