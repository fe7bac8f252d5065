package io.butcherblock.commands;

import io.butcherblock.options.Converters;
import io.butcherblock.options.PixelLimitOption;
import io.butcherblock.options.RunOptions;
import io.butcherblock.serve.ServerOptions;
import io.butcherblock.serve.UpscaleServer;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code serve}: a page to drop photographs on. */
@Command(
    name = "serve",
    description = {
      "Serves a page on this machine that enlarges the photographs dropped on it, until Ctrl-C.",
      "",
      "Pictures stay on this machine: it listens on the loopback address alone, and the page's"
          + " address holds a secret, so that other users of the machine and other pages cannot use"
          + " it. Pictures are deleted when it ends."
    })
final class ServeCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @SuppressWarnings("UnusedVariable") // It sets the limit itself.
  @Mixin
  private PixelLimitOption pixelLimit;

  @Mixin private RunOptions run;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "0",
      converter = Converters.NonNegativeInteger.class,
      description = "The port to listen on (default: any that is free).")
  private int port;

  @Option(
      names = "--largest-file",
      paramLabel = "MB",
      defaultValue = "64",
      converter = Converters.PositiveInteger.class,
      description = "The largest image file that is taken (default: ${DEFAULT-VALUE}).")
  private int largestFile;

  @Override
  public Integer call() {
    ServerOptions options =
        ServerOptions.DEFAULT
            .withPort(port)
            .withLargestUpload((long) largestFile << 20)
            .withInference(run.options(0));
    PrintWriter out = spec.commandLine().getOut();
    try (UpscaleServer server =
        UpscaleServer.start(options, spec.commandLine().getErr()::println)) {
      out.println("Open " + server.address() + " in a browser; Ctrl-C ends it.");
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      // Whoever runs commands from Java ends this one so.
      Thread.currentThread().interrupt();
    }
    return ExitCode.OK;
  }
}
