package io.butcherblock.gradient;

import io.butcherblock.distributed.ProcessGroup;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.nn.Activations;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.reverse.ReverseProgram;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** Computes the L1 loss of batches and its gradient. */
public interface BatchGradient extends AutoCloseable {

  /**
   * The most patches for each thread of the CPU that are worked on at once. Their feature maps live
   * until their gradient is known, and no others: more need more memory and are hardly faster.
   */
  int PATCHES_AT_ONCE = 4;

  /**
   * Chooses how: with Winograd convolutions where this machine has them and they suit the network,
   * else by LibTorch's autograd. Processes that train together choose the same.
   *
   * @param network stays the caller's
   * @param parameters all of the network's, in their order; stay the caller's
   * @param group the processes that train together
   * @param activations whether they are kept or computed again
   */
  static BatchGradient of(
      SuperResolutionNetwork network,
      TensorVector parameters,
      ProcessGroup group,
      Activations activations) {
    if (network.parameters().device().is_cpu() && activations == Activations.STORED) {
      Optional<ReverseProgram> program = ReverseProgram.of(network);
      if (!group.anyOf(program.isEmpty())) {
        return new WinogradGradient(network, parameters, program.orElseThrow());
      }
    }
    return AutogradGradient.of(network, parameters, group, activations);
  }

  /**
   * What a part of a batch contributes to the loss, as a function of its enlarged images: the mean
   * over the part, times the part's share of all patches. It makes a new tensor, the open scope's.
   *
   * @param hr what the part's images should be; has to live as long
   * @param patches the number of patches of all processes together
   */
  static UnaryOperator<Tensor> lossOf(PatchRange part, Tensor hr, int patches) {
    double share = (double) part.count() / patches;
    return sr -> torch.l1_loss(sr, hr).mul(new Scalar(share));
  }

  /**
   * What this process's share of a batch contributes.
   *
   * @param lr float32 [N, 3, H, W] in main memory; stays the caller's
   * @param hr float32 [N, 3, scale H, scale W] in main memory; stays the caller's
   * @param patches the number of patches of all processes together
   * @return which the caller closes
   */
  LossGradient of(Tensor lr, Tensor hr, int patches);

  /**
   * How many patches are worked on at the same time, which is what memory has to suffice for.
   *
   * @param patches of this process's share of a batch
   */
  int patchesAtOnce(int patches);

  /** Whether what it gives is the sum over all processes. */
  boolean isSummedOverProcesses();

  /** Why it computes without Winograd convolutions since the last call; told once. */
  default Optional<ButcherblockException> takeRefusal() {
    return Optional.empty();
  }

  @Override
  void close();
}
