package io.butcherblock.processor.diagnostics;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The positions of the parts of a scheme in its text. */
public record SourceMap(Map<Location.Part, Excerpt> positions) {

  public SourceMap {
    // Many entries of a large tableau have equal hash codes: Map.copyOf would search for each.
    positions = Collections.unmodifiableMap(new HashMap<>(positions));
  }

  public static SourceMap empty() {
    return new SourceMap(Map.of());
  }

  /** These positions and others. */
  public SourceMap with(SourceMap others) {
    Map<Location.Part, Excerpt> all = new HashMap<>(positions);
    all.putAll(others.positions);
    return new SourceMap(all);
  }

  /** The positions of the parts of one of two tableaus. */
  public SourceMap inTableau(String member) {
    Map<Location.Part, Excerpt> parts = new HashMap<>();
    positions.forEach((part, excerpt) -> parts.put(new Location.InTableau(member, part), excerpt));
    return new SourceMap(parts);
  }

  /** The stretch of text at a location; empty if the location has none. */
  public Optional<Excerpt> find(Location location) {
    if (location instanceof Excerpt excerpt) {
      return Optional.of(excerpt);
    }
    return location instanceof Location.Part part
        ? Optional.ofNullable(positions.get(part))
        : Optional.empty();
  }
}
