package io.butcherblock.processor.lower;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.AdditiveRungeKutta;
import io.butcherblock.processor.model.IteratedRungeKutta;
import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.model.ParametricMultistep;
import io.butcherblock.processor.model.ParametricScheme;
import io.butcherblock.processor.model.PartitionedRungeKutta;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.model.Scheme;
import io.butcherblock.processor.model.StartingProcedure;
import io.butcherblock.processor.model.StartingProcedure.OneStep;
import io.butcherblock.processor.model.StartingProcedure.ZeroHistory;
import io.butcherblock.processor.model.TableauPair;
import io.butcherblock.processor.verify.VerifiedScheme;
import io.butcherblock.program.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Makes the two block programs of a verified scheme. */
public final class Lowering {

  private Lowering() {}

  public static LoweredScheme lower(VerifiedScheme verified) {
    Optional<ParametricScheme> family =
        Optional.of(verified.scheme())
            .filter(ParametricScheme.class::isInstance)
            .map(ParametricScheme.class::cast);
    Scheme scheme =
        family.map(ParametricScheme::start).orElseGet(() -> explicit(verified.scheme()));
    List<LoweredProgram> trainable = blocks(scheme, true);
    List<LoweredProgram> frozen = blocks(scheme, false);
    List<LoweredProgram> parametric = family.map(Lowering::familyBlocks).orElse(frozen);
    return new LoweredScheme(
        scheme.name(),
        Family.of(scheme),
        scheme.order(),
        verified.blockOrder(),
        size(scheme),
        condition(verified.scheme(), scheme, verified.blockOrder()),
        scheme instanceof Multistep recurrence
            ? steps(recurrence)
            : steps(scheme instanceof RungeKutta tableau ? tableau.steps() : 1),
        last(trainable),
        last(frozen),
        verified.stability(),
        verified.proof(),
        starts(trainable, frozen, parametric),
        verified.measures(),
        scheme.tolerance(),
        family.map(f -> new LoweredFamily(f.parameters(), last(parametric))));
  }

  private static List<LoweredProgram> familyBlocks(ParametricScheme family) {
    FamilyTerms terms = new FamilyTerms(family);
    return blocks(terms.member().scheme(), () -> new ProgramBuilder(terms));
  }

  /** The stages of a one-step scheme, the back values of a recurrence. */
  private static int size(Scheme scheme) {
    if (scheme instanceof TableauPair pair) {
      return pair.first().stages();
    }
    return scheme instanceof RungeKutta tableau
        ? tableau.stages()
        : ((Multistep) scheme).backValues();
  }

  private static Scheme explicit(Scheme scheme) {
    return scheme instanceof IteratedRungeKutta iterated ? iterated.unrolled() : scheme;
  }

  private static String steps(int number) {
    return number == 1 ? "One step" : number + " steps";
  }

  private static LoweredProgram last(List<LoweredProgram> programs) {
    return programs.get(programs.size() - 1);
  }

  private static List<StartBlock> starts(
      List<LoweredProgram> trainable,
      List<LoweredProgram> frozen,
      List<LoweredProgram> parametric) {
    return IntStream.range(0, frozen.size() - 1)
        .mapToObj(i -> new StartBlock(trainable.get(i), frozen.get(i), parametric.get(i)))
        .toList();
  }

  private static List<LoweredProgram> blocks(Scheme scheme, boolean trainable) {
    int stepPower = scheme instanceof Multistep recurrence ? recurrence.equationOrder() : 1;
    return blocks(scheme, () -> new ProgramBuilder(trainable, stepPower));
  }

  /** The programs of the blocks of a network; the last is that of all further ones. */
  private static List<LoweredProgram> blocks(Scheme scheme, Supplier<ProgramBuilder> builders) {
    return scheme instanceof Multistep recurrence && recurrence.carriesHistory()
        ? HistoryBlocks.of(recurrence, builders)
        : List.of(block(scheme, builders.get()));
  }

  static LoweredProgram block(Scheme scheme, boolean trainable) {
    return block(scheme, new ProgramBuilder(trainable));
  }

  private static LoweredProgram block(Scheme scheme, ProgramBuilder program) {
    if (scheme instanceof PartitionedRungeKutta partitioned) {
      return PartitionedStep.of(partitioned, program);
    }
    if (scheme instanceof AdditiveRungeKutta additive) {
      return program.finish(new AdditiveStep(additive.evaluations(), program).write());
    }
    Value output =
        scheme instanceof RungeKutta tableau
            ? steps(tableau, program)
            : new MultistepBlock((Multistep) scheme, program).write();
    return program.finish(output);
  }

  private static Value steps(RungeKutta scheme, ProgramBuilder program) {
    Value y = Value.INPUT;
    for (int n = 1; n <= scheme.steps(); n++) {
      String where = scheme.steps() == 1 ? "" : ", step " + n;
      y = new RungeKuttaStep(scheme, program).write(y, "y" + n, where);
    }
    return y;
  }

  /** What an order needs that a block, which starts anew, does not give. */
  private static String condition(Scheme declared, Scheme scheme, int blockOrder) {
    return scheme instanceof Multistep recurrence
        ? absorbed(declared)
                .map(c -> " for the g of f = c h g, c = " + c + " (the step size is absorbed)")
                .orElse("")
            + condition(recurrence, blockOrder, recurrence.start())
        : "";
  }

  /** The factor c that f has absorbed, of a family a function of its parameters. */
  private static Optional<String> absorbed(Scheme declared) {
    return declared instanceof ParametricMultistep family
        ? Optional.of(family)
            .filter(ParametricMultistep::absorbs)
            .map(absorbing -> absorbing.absorbed().toString())
        : ((Multistep) declared).absorbed().map(Exact::toString);
  }

  private static String condition(Multistep scheme, int blockOrder, StartingProcedure by) {
    if (scheme.backValues() == 1) {
      return "";
    }
    String after = " in steps after accurate starting values; ";
    if (scheme.carriesHistory()) {
      return after
          + "a network, which carries its history from block to block, "
          + (blockOrder == 0 ? "is not consistent" : "has order " + blockOrder);
    }
    if (!(by instanceof OneStep start)) {
      return blockOrder == 0
          ? after + "a block, which starts from a zero history, is not consistent"
          : after
              + "a chain of blocks, each of which starts from a zero history, has order "
              + blockOrder;
    }
    return after
        + "a chain of blocks, each of which starts anew by "
        + start.scheme().name()
        + ", has order "
        + blockOrder;
  }

  private static String steps(Multistep scheme) {
    String steps = steps(scheme.steps());
    if (scheme.backValues() == 1) {
      return steps;
    }
    String of = "";
    if (scheme.carriesHistory()) {
      steps += ", history carried from block to block";
      of = " of a network";
    }
    if (scheme.start() instanceof ZeroHistory) {
      return steps + (scheme.carriesHistory() ? "," : "") + " from a zero history";
    }
    int first = scheme.backValues() - 1;
    return steps
        + " (the first"
        + (first == 1 ? "" : " " + first)
        + of
        + (scheme.start() instanceof OneStep start
            ? " by " + start.scheme().name()
            : " from y' = 0")
        + ")";
  }
}
