package io.butcherblock.paper;

import io.butcherblock.evaluate.Evaluation;
import io.butcherblock.nn.NetworkSize;
import io.butcherblock.nn.NetworkSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A published row with what we have of it.
 *
 * @param size what our network of that name and scale costs; empty if we have none
 * @param measured its figures with the weights that were given
 */
record PaperRow(Published published, Optional<NetworkSize> size, List<Evaluation> measured) {

  static PaperRow of(
      Published published, Map<String, NetworkSpec> networks, List<Evaluation> evaluations) {
    return new PaperRow(
        published,
        Optional.ofNullable(networks.get(published.network()))
            .map(spec -> NetworkSize.of(spec, published.scale())),
        evaluations.stream()
            .filter(each -> each.network().equals(published.network()))
            .filter(each -> each.scale() == published.scale())
            .toList());
  }

  /** What is published of the data set of a measurement. */
  Optional<PublishedQuality> beside(Evaluation measurement) {
    return PublishedTables.dataSet(measurement.dataSet()).map(published.results()::get);
  }
}
