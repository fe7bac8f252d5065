package io.butcherblock.tensorfiles;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The header of a safetensors file.
 *
 * @param tensors its tensors, in the order of their data
 * @param metadata free text by name
 */
record SafetensorsHeader(List<TensorEntry> tensors, Map<String, String> metadata) {

  /** The key of {@link #metadata} in the JSON object; every other key is a tensor. */
  static final String METADATA = "__metadata__";

  SafetensorsHeader {
    tensors = List.copyOf(tensors);
    metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
  }

  long dataBytes() {
    return tensors.isEmpty() ? 0 : tensors.get(tensors.size() - 1).end();
  }
}
