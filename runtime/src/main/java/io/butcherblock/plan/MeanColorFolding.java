package io.butcherblock.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * Folds colors that are added before and after convolutions into their biases: the mean shift of a
 * network into its first and its last convolution.
 */
final class MeanColorFolding {

  private final DefUse uses;
  private final List<Operation> folded = new ArrayList<>();

  private MeanColorFolding(DefUse uses) {
    this.uses = uses;
  }

  static List<Operation> fold(List<Operation> operations) {
    MeanColorFolding folding = new MeanColorFolding(new DefUse(operations));
    operations.forEach(folding::add);
    return folding.folded;
  }

  private void add(Operation operation) {
    if (operation instanceof Operation.Convolve convolve) {
      folded.add(fold(convolve));
    } else if (operation instanceof Operation.AddColor color) {
      addColor(color);
    } else {
      folded.add(operation);
    }
  }

  private void addColor(Operation.AddColor color) {
    if (isReadByConvolutionOnly(color)) {
      Operation.Convolve reader = (Operation.Convolve) uses.readers(color.output()).get(0);
      List<Float> opposite = color.color().stream().map(c -> -c).toList();
      folded.add(new Operation.Pad(color.output(), color.input(), opposite, reader.padding()));
    } else if (!isFoldedIntoItsConvolution(color)) {
      folded.add(color);
    }
  }

  private Operation fold(Operation.Convolve convolve) {
    Operation.Convolve result = convolve;
    if (uses.maker(convolve.input()).orElse(null) instanceof Operation.AddColor color
        && isReadByConvolutionOnly(color)) {
      Kernel kernel = convolve.kernel().withColorBefore(color.color());
      result = new Operation.Convolve(result.output(), result.input(), kernel, 0);
    }
    if (uses.onlyReader(convolve.output()).orElse(null) instanceof Operation.AddColor color
        && isFoldedIntoItsConvolution(color)) {
      Kernel kernel = result.kernel().withColorAfter(color.color());
      result = new Operation.Convolve(color.output(), result.input(), kernel, result.padding());
    }
    return result;
  }

  private boolean isReadByConvolutionOnly(Operation.AddColor color) {
    return uses.onlyReader(color.output()).filter(Operation.Convolve.class::isInstance).isPresent();
  }

  private boolean isFoldedIntoItsConvolution(Operation.AddColor color) {
    return !isReadByConvolutionOnly(color)
        && uses.convolution(color.input()).isPresent()
        && uses.onlyReader(color.input()).isPresent();
  }
}
