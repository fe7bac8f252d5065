package io.butcherblock.distributed;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The processes that this one watches: rank 0 watches all others, and they watch rank 0. */
final class WatchedPeers {

  private final HeartbeatCounters counters;
  private final Map<Integer, PeerLiveness> peers = new TreeMap<>();

  WatchedPeers(RankEnvironment environment, HeartbeatCounters counters) {
    this.counters = counters;
    IntStream.range(0, environment.size())
        .filter(rank -> rank != environment.rank() && (environment.rank() == 0 || rank == 0))
        .forEach(rank -> peers.put(rank, new PeerLiveness()));
  }

  /** Reads their counters, and returns the ranks that did not count for so long. */
  List<Integer> silentFor(Duration time) {
    update();
    return peers.keySet().stream().filter(rank -> peers.get(rank).isSilentFor(time)).toList();
  }

  /** Whether each has left by itself, or did not count for so long. */
  boolean areGone(Duration silence) {
    update();
    return peers.values().stream().allMatch(peer -> peer.hasLeft() || peer.isSilentFor(silence));
  }

  private void update() {
    peers.forEach((rank, peer) -> peer.seen(counters.of(rank)));
  }
}
