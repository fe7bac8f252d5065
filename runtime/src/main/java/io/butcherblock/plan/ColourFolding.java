package io.butcherblock.plan;

import io.butcherblock.graph.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * Folds colours that are added before and after convolutions into their biases: the mean shift of a
 * network into its first and its last convolution.
 */
final class ColourFolding {

  private final Uses uses;
  private final List<Operation> folded = new ArrayList<>();

  private ColourFolding(Uses uses) {
    this.uses = uses;
  }

  static List<Operation> fold(List<Operation> operations) {
    ColourFolding folding = new ColourFolding(new Uses(operations));
    operations.forEach(folding::add);
    return folding.folded;
  }

  private void add(Operation operation) {
    if (operation instanceof Operation.Convolve convolve) {
      folded.add(fold(convolve));
    } else if (operation instanceof Operation.Plain plain
        && plain.node() instanceof Node.AddColour colour) {
      addColour(plain, colour);
    } else {
      folded.add(operation);
    }
  }

  private void addColour(Operation.Plain plain, Node.AddColour colour) {
    if (isReadByConvolutionOnly(colour)) {
      Operation.Convolve reader = (Operation.Convolve) uses.readers(colour.output()).get(0);
      List<Float> opposite = colour.colour().stream().map(c -> -c).toList();
      folded.add(new Operation.Frame(colour.output(), colour.input(), opposite, reader.padding()));
    } else if (!isFoldedIntoItsConvolution(colour)) {
      folded.add(plain);
    }
  }

  private Operation fold(Operation.Convolve convolve) {
    Operation.Convolve result = convolve;
    if (uses.maker(convolve.input()).orElse(null) instanceof Operation.Plain before
        && before.node() instanceof Node.AddColour colour
        && isReadByConvolutionOnly(colour)) {
      Kernel kernel = convolve.kernel().withColourBefore(colour.colour());
      result = new Operation.Convolve(result.output(), result.input(), kernel, 0);
    }
    if (uses.onlyReader(convolve.output()).orElse(null) instanceof Operation.Plain after
        && after.node() instanceof Node.AddColour colour
        && isFoldedIntoItsConvolution(colour)) {
      Kernel kernel = result.kernel().withColourAfter(colour.colour());
      result = new Operation.Convolve(colour.output(), result.input(), kernel, result.padding());
    }
    return result;
  }

  private boolean isReadByConvolutionOnly(Node.AddColour colour) {
    return uses.onlyReader(colour.output())
        .filter(Operation.Convolve.class::isInstance)
        .isPresent();
  }

  private boolean isFoldedIntoItsConvolution(Node.AddColour colour) {
    return !isReadByConvolutionOnly(colour)
        && uses.convolution(colour.input()).isPresent()
        && uses.onlyReader(colour.input()).isPresent();
  }
}
