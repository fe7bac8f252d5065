package io.butcherblock.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes one operator of convolution, pixel shuffle, convolution: {@link Operation.FusedUpsample}.
 */
final class TailFusion {

  private final DefUse uses;

  private TailFusion(DefUse uses) {
    this.uses = uses;
  }

  static List<Operation> fuse(List<Operation> operations) {
    TailFusion fusion = new TailFusion(new DefUse(operations));
    List<Operation> inside = new ArrayList<>();
    for (Operation operation : operations) {
      fusion
          .shuffleBefore(operation)
          .ifPresent(
              shuffle -> {
                inside.add(shuffle);
                inside.add(fusion.uses.convolution(shuffle.input()).orElseThrow());
              });
    }
    return operations.stream().filter(o -> !inside.contains(o)).map(fusion::fused).toList();
  }

  private Operation fused(Operation operation) {
    Optional<Operation.PixelShuffle> before = shuffleBefore(operation);
    if (before.isEmpty()) {
      return operation;
    }
    Operation.Convolve second = (Operation.Convolve) operation;
    Operation.PixelShuffle shuffle = before.get();
    Operation.Convolve first = uses.convolution(shuffle.input()).orElseThrow();
    return new Operation.FusedUpsample(
        second.output(), first.input(), first.kernel(), shuffle.factor(), second.kernel());
  }

  /**
   * The shuffle before a convolution that makes few channels. (Before one that makes many, the one
   * convolution would cost more than the two.)
   */
  private Optional<Operation.PixelShuffle> shuffleBefore(Operation operation) {
    if (operation instanceof Operation.Convolve second
        && isSmall(second)
        && uses.maker(second.input()).orElse(null) instanceof Operation.PixelShuffle shuffle
        && uses.onlyReader(shuffle.output()).isPresent()
        && uses.onlyReader(shuffle.input()).isPresent()
        && uses.convolution(shuffle.input()).filter(TailFusion::isSmall).isPresent()
        && isCheaper(uses.convolution(shuffle.input()).orElseThrow(), shuffle, second)) {
      return Optional.of(shuffle);
    }
    return Optional.empty();
  }

  private static boolean isSmall(Operation.Convolve convolve) {
    return convolve.kernel().side() == 3
        && convolve.padding() == 1
        && convolve.kernel().colorBefore().isEmpty();
  }

  private static boolean isCheaper(
      Operation.Convolve first, Operation.PixelShuffle shuffle, Operation.Convolve second) {
    Operation.FusedUpsample one =
        new Operation.FusedUpsample(
            second.output(), first.input(), first.kernel(), shuffle.factor(), second.kernel());
    long area = (long) shuffle.factor() * shuffle.factor();
    return one.macsPerPixel()
        < first.kernel().macsPerPixel() + area * second.kernel().macsPerPixel();
  }
}
