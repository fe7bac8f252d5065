package io.butcherblock.commands;

import io.butcherblock.distributed.ProcessGroup;
import io.butcherblock.distributed.TextCodec;
import io.butcherblock.evaluate.EvaluatedImage;
import io.butcherblock.evaluate.EvaluationJournal;
import io.butcherblock.evaluate.JournalEntry;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A journal that rank 0 reads and writes for all processes; or none. */
final class SharedJournal implements AutoCloseable {

  /** The codec of entries, each a line. */
  private static final TextCodec<List<JournalEntry>> ENTRIES =
      TextCodec.of(
          entries -> entries.stream().map(JournalEntry::toJson).collect(Collectors.joining("\n")),
          text -> text.lines().map(JournalEntry::of).toList());

  private final boolean kept;
  private final Optional<EvaluationJournal> journal;
  private final Map<String, EvaluatedImage> found = new HashMap<>();

  /**
   * Opens it in rank 0, and gives the others what is in it.
   *
   * @param file empty for no journal
   */
  SharedJournal(Optional<Path> file, ProcessGroup group) {
    this.kept = file.isPresent();
    this.journal = group.isRankZero() ? file.map(EvaluationJournal::open) : Optional.empty();
    if (kept) {
      group
          .broadcastValue(journal.map(EvaluationJournal::found).orElse(List.of()), ENTRIES)
          .forEach(entry -> found.put(entry.key(), entry.image()));
    }
  }

  /** Whether there is one, in rank 0. */
  boolean isKept() {
    return kept;
  }

  /** The figures that were in the journal when it was opened. */
  Optional<EvaluatedImage> find(String key) {
    return Optional.ofNullable(found.get(key));
  }

  /** Writes figures into the journal. */
  void add(JournalEntry entry) {
    journal.ifPresent(open -> open.add(entry));
  }

  @Override
  public void close() {
    journal.ifPresent(EvaluationJournal::close);
  }
}
