package io.butcherblock.cli;

/** What help says of commands that several processes can share. */
final class SeveralProcesses {

  static final String DIVIDE_IMAGES =
      "With RANK, WORLD_SIZE, MASTER_ADDR and MASTER_PORT set, as torchrun, Slurm and Kubernetes do"
          + " and '"
          + Main.NAME
          + " "
          + LaunchCommand.NAME
          + "' on one machine, several processes divide the images.";

  private SeveralProcesses() {}
}
