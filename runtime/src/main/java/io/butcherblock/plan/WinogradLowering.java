package io.butcherblock.plan;

import io.butcherblock.graph.Node;
import io.butcherblock.onednn.WinogradConvolution;
import io.butcherblock.program.Term;
import io.butcherblock.program.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes Winograd convolutions of the 3x3 convolutions that they suit. These work in a layout of
 * their own: what lies between them stays in it, and values are reordered where they enter and
 * leave it. In this layout a value {@code y1} is named {@code y1/blocked}.
 */
final class WinogradLowering {

  private final DefUse uses;
  private final List<Operation> lowered = new ArrayList<>();

  /** By their names in the graph. */
  private final Set<Value> inBlocks = new HashSet<>();

  private final Set<Value> inUsualLayout = new HashSet<>();

  private WinogradLowering(DefUse uses) {
    this.uses = uses;
  }

  /** The operations with Winograd convolutions; the same ones if there are none. */
  static List<Operation> lower(List<Operation> operations, Value input, Value output) {
    if (operations.stream().noneMatch(WinogradLowering::suits)) {
      return operations;
    }
    WinogradLowering lowering = new WinogradLowering(new DefUse(operations));
    lowering.inUsualLayout.add(input);
    operations.forEach(lowering::add);
    lowering.needUsual(output);
    return lowering.lowered;
  }

  private static boolean suits(Operation operation) {
    return operation instanceof Operation.Convolve convolve
        && convolve.kernel().side() == 3
        && convolve.padding() == 1
        && WinogradConvolution.suits(convolve.kernel().in(), convolve.kernel().out());
  }

  private void add(Operation operation) {
    if (suits(operation)) {
      Operation.Convolve convolve = (Operation.Convolve) operation;
      Value input = blocked(convolve.input());
      put(new Operation.WinogradConvolve(name(convolve), input, convolve.kernel()), convolve);
    } else if (operation instanceof Operation.Passthrough one
        && one.node() instanceof Node.PRelu prelu
        && isBetween(operation, prelu.input())) {
      Value input = blocked(prelu.input());
      put(new Operation.BlockedPRelu(name(operation), input, prelu.slope()), operation);
    } else if (operation instanceof Operation.Passthrough one
        && one.node() instanceof Node.Relu relu
        && isBetween(operation, relu.input())) {
      Node node = new Node.Relu(name(operation), blocked(relu.input()));
      put(new Operation.Passthrough(node), operation);
    } else if (operation instanceof Operation.Sum sum
        && sum.inputs().stream().anyMatch(inBlocks::contains)) {
      List<Term> terms =
          sum.terms().stream().map(term -> new Term(term.factor(), blocked(term.value()))).toList();
      put(new Operation.Sum(name(sum), terms), sum);
    } else {
      operation.inputs().forEach(this::needUsual);
      lowered.add(operation);
      inUsualLayout.add(operation.output());
    }
  }

  /** Whether an operator of single numbers stands before or behind a Winograd convolution. */
  private boolean isBetween(Operation operation, Value input) {
    return inBlocks.contains(input)
        || uses.readers(operation.output()).stream().anyMatch(WinogradLowering::suits);
  }

  private void put(Operation operation, Operation replaced) {
    lowered.add(operation);
    inBlocks.add(replaced.output());
  }

  private static Value name(Operation operation) {
    return name(operation.output());
  }

  private static Value name(Value value) {
    return new Value(value.name() + "/blocked");
  }

  /** The value in the blocked layout, reordered if it is not there yet. */
  private Value blocked(Value value) {
    if (inBlocks.add(value)) {
      lowered.add(new Operation.Reorder(name(value), value, true));
    }
    return name(value);
  }

  private void needUsual(Value value) {
    if (inUsualLayout.add(value)) {
      lowered.add(new Operation.Reorder(value, name(value), false));
    }
  }
}
