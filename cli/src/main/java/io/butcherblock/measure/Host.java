package io.butcherblock.measure;

/**
 * The computer that a measurement was made on, and its Java.
 *
 * @param system the operating system with its version
 * @param architecture as Java calls it: {@code amd64}
 * @param processor the model as the system names it; {@code unknown} where it does not
 * @param processors how many of them Java may use
 * @param java the virtual machine with its version
 */
public record Host(
    String system, String architecture, String processor, int processors, String java) {

  /** The computer that this program runs on. */
  public static Host current() {
    return new Host(
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("os.arch"),
        Processor.model(),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
  }
}
