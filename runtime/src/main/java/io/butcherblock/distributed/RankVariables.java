package io.butcherblock.distributed;

/** The variables of the contract between a process of a group and whoever starts it. */
final class RankVariables {

  static final String RANK = "RANK";
  static final String WORLD_SIZE = "WORLD_SIZE";
  static final String LOCAL_RANK = "LOCAL_RANK";
  static final String MASTER_ADDR = "MASTER_ADDR";
  static final String MASTER_PORT = "MASTER_PORT";

  private RankVariables() {}
}
