package io.butcherblock.commands;

import io.butcherblock.names.Counted;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.NetworkSize;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.options.Converters;
import io.butcherblock.options.JsonOption;
import io.butcherblock.options.OutputFiles;
import io.butcherblock.options.OutputKind;
import io.butcherblock.text.Paragraphs;
import io.butcherblock.text.TextTable;
import io.butcherblock.throughput.ScalingEstimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code scaling}: estimates the speed-up of several processes. */
@Command(
    name = "scaling",
    description = {
      "Estimates the speed-up of training with several GPUs, for each network at x2. Nothing is"
          + " measured: the rates are assumed.",
      "Each GPU has its own patches of 48 x 48 pixels, however many GPUs there are. A column of"
          + " efficiency has that of gradients sent after the backward pass, and that of gradients"
          + " sent during it, as this program does on GPUs."
    })
final class ScalingCommand implements Callable<Integer> {

  private static final int SCALE = 2;
  private static final int PATCH = 48;
  private static final int[] PROCESSES = {2, 8, 64, 1024};

  @Spec private CommandSpec command;

  @Option(
      names = "--teraflops",
      paramLabel = "X",
      defaultValue = "30",
      converter = Converters.Rate.class,
      description = "What a GPU computes while it trains, in TFLOP/s (default: 30).")
  private double teraflops;

  @Option(
      names = "--gigabits",
      paramLabel = "X",
      defaultValue = "25",
      converter = Converters.Rate.class,
      description = "The network between two GPUs, in Gb/s (default: 25).")
  private double gigabits;

  @Option(
      names = "--patches",
      paramLabel = "N",
      defaultValue = "16",
      converter = Converters.PositiveInteger.class,
      description = "Patches of each GPU in a step (default: 16).")
  private int patches;

  @Mixin private OutputFiles outputs;

  @Mixin private JsonOption json;

  @Override
  public Integer call() {
    json.begin(outputs, OutputKind.SCALING);
    if (json.isGiven()) {
      json.write(
          Catalogue.onClassPath().networks().values().stream()
              .map(spec -> ScalingJson.of(spec.name(), estimate(spec), PROCESSES))
              .toList());
    }
    List<String> head = new ArrayList<>(List.of("network", "MB sent", "GFLOP", "compute : send"));
    for (int processes : PROCESSES) {
      head.add(processes + " GPUs");
    }
    TextTable table = new TextTable(head.toArray(new String[0]));
    for (NetworkSpec spec : Catalogue.onClassPath().networks().values()) {
      table.row(row(spec));
    }
    command
        .commandLine()
        .getOut()
        .printf(
            Locale.ROOT,
            "%s%s",
            Paragraphs.of(
                "%s a GPU, %s TFLOP/s, %s Gb/s; efficiency without / with overlap\n"
                    .formatted(
                        Counted.of(patches, "patch", "patches"),
                        number(teraflops),
                        number(gigabits))),
            table.toText());
    return 0;
  }

  private ScalingEstimate estimate(NetworkSpec spec) {
    NetworkSize size = NetworkSize.of(spec, SCALE);
    return new ScalingEstimate(
        size.parameters(),
        (double) size.macs((long) PATCH * PATCH) * patches,
        teraflops * 1e12,
        gigabits * 1e9);
  }

  private String[] row(NetworkSpec spec) {
    ScalingEstimate estimate = estimate(spec);
    List<String> row = new ArrayList<>();
    row.add(spec.name());
    row.add(String.format(Locale.ROOT, "%.1f", estimate.bytesSent(PROCESSES[0]) / 1e6));
    row.add(String.format(Locale.ROOT, "%.0f", estimate.flopPerStep() / 1e9));
    row.add(String.format(Locale.ROOT, "%.1f", estimate.computeToCommunication()));
    for (int processes : PROCESSES) {
      row.add(
          String.format(
              Locale.ROOT,
              "%.0f / %.0f %%",
              100 * estimate.efficiency(processes, false),
              100 * estimate.efficiency(processes, true)));
    }
    return row.toArray(new String[0]);
  }

  private static String number(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }
}
