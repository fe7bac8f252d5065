package io.butcherblock.train;

import io.butcherblock.distributed.ProcessGroup;
import java.util.List;

/** Brings all processes of a run to where rank 0 stands. */
public final class StateBroadcast {

  private StateBroadcast() {}

  /**
   * Gives all processes the weights and the optimizer's moments of rank 0.
   *
   * @param start where the run stands, as rank 0 knows it; ignored in the others
   * @return where the run stands
   */
  public static RunState share(RunState start, TrainingStep step) {
    ProcessGroup peers = step.peers();
    double first = peers.leads() ? 1 : 0;
    double[] shared =
        peers.sum(
            first * start.step(), first * start.seconds(), peers.leads() ? start.bestPsnr() : 0);
    peers.copyFromFirst(List.copyOf(step.network().parameters().byName().values()));
    RunState moment = new RunState((long) shared[0], shared[1], shared[2]);
    if (peers.size() > 1 && moment.step() > 0) {
      peers.copyFromFirst(step.moments());
      step.continueAfter(moment.step());
    }
    return moment;
  }
}
