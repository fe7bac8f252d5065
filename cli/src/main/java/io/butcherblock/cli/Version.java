package io.butcherblock.cli;

import io.butcherblock.export.Producer;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the library. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {Main.NAME + " " + Producer.version(), "Java " + Runtime.version()};
  }
}
