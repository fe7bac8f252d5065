package io.butcherblock.commands;

import io.butcherblock.console.Console;
import io.butcherblock.data.DecodedPair;
import io.butcherblock.data.ImagePair;
import io.butcherblock.data.PairedDataset;
import io.butcherblock.distributed.ProcessGroup;
import io.butcherblock.distributed.SharedWork;
import io.butcherblock.distributed.TextCodec;
import io.butcherblock.distributed.WorkResult;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.evaluate.EvaluatedImage;
import io.butcherblock.evaluate.Evaluator;
import io.butcherblock.evaluate.JournalEntry;
import io.butcherblock.files.ContentDigest;
import io.butcherblock.image.Image;
import io.butcherblock.metrics.PsnrSsim;
import io.butcherblock.options.OptionNames;
import io.butcherblock.progress.Progress;
import io.butcherblock.upscale.OverflowException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Evaluates images, each in whichever process is free. */
final class EvaluationWork {

  private static final TextCodec<JournalEntry> ENTRY =
      TextCodec.of(JournalEntry::toJson, JournalEntry::of);

  private final List<TestImages> sets;
  private final Evaluator evaluator;
  private final List<String> facts;
  private final SharedJournal journal;
  private final ProcessGroup group;
  private final Console console;
  private final FailedImages failed;

  /**
   * Work on data sets.
   *
   * @param facts what figures depend on apart from their image
   */
  EvaluationWork(
      List<TestImages> sets,
      Evaluator evaluator,
      List<String> facts,
      SharedJournal journal,
      ProcessGroup group,
      Console console) {
    this.sets = sets;
    this.evaluator = evaluator;
    this.facts = facts;
    this.journal = journal;
    this.group = group;
    this.console = console;
    this.failed =
        new FailedImages(
            group.size(), sets.stream().mapToInt(images -> images.set().pairs().size()).sum());
  }

  /**
   * Evaluates the images of a set with all processes.
   *
   * @param number of the set, from 0
   * @return the figures of those that could be evaluated, in the set's order; none in all processes
   *     but rank 0
   */
  List<EvaluatedImage> evaluate(int number) {
    PairedDataset set = sets.get(number).set();
    EvaluatedImage[] figures = new EvaluatedImage[set.pairs().size()];
    try (Progress progress = console.ofAny().start("evaluate", "images", 0, figures.length)) {
      SharedWork<JournalEntry> shared =
          new SharedWork<>(
              group,
              "eval/" + number,
              figures.length,
              ENTRY,
              (rank, result, done) -> {
                if (result.value().isEmpty()) {
                  String name =
                      sets.get(number).dataSet() + "/" + set.pairs().get(result.piece()).name();
                  failed.add(rank, name, result.failure(), console.failures(progress::line));
                } else {
                  note(result, figures);
                }
                progress.to(done);
              });
      shared.run(piece -> work(piece, set.pairs().get(piece), shared));
    }
    return Arrays.stream(figures).filter(Objects::nonNull).toList();
  }

  private void note(WorkResult<JournalEntry> result, EvaluatedImage[] figures) {
    JournalEntry entry = result.value().orElseThrow();
    figures[result.piece()] = entry.image();
    if (result.kind() == WorkResult.Kind.MADE) {
      journal.add(entry);
    }
  }

  /** Ends the command with a failure if images could not be evaluated: {@link FailedImages#end}. */
  void end() {
    failed.end("evaluated");
  }

  private WorkResult<JournalEntry> work(
      int piece, ImagePair pair, SharedWork<JournalEntry> shared) {
    DecodedPair loaded;
    PsnrSsim bicubic;
    String key;
    try {
      loaded = pair.load();
      key = journal.isKept() ? key(pair.name(), loaded) : "";
      Optional<EvaluatedImage> before = journal.find(key);
      if (before.isPresent()) {
        return WorkResult.kept(piece, new JournalEntry(key, before.get()));
      }
      bicubic = evaluator.bicubic(pair.name(), loaded);
    } catch (ButcherblockException e) {
      return WorkResult.failed(piece, OptionNames.message(e));
    }
    PsnrSsim network;
    try {
      network = evaluator.network(loaded, (done, all) -> shared.poll());
    } catch (OverflowException e) {
      return WorkResult.failed(piece, OptionNames.message(e.within(pair.name())));
    }
    EvaluatedImage image = new EvaluatedImage(pair.name(), network, bicubic);
    return WorkResult.made(piece, new JournalEntry(key, image));
  }

  private String key(String name, DecodedPair pair) {
    ContentDigest digest = new ContentDigest().add(String.join("\n", facts)).add(name);
    for (Image image : List.of(pair.lr(), pair.hr())) {
      digest.add(image.toString()).add(image.samples());
    }
    return digest.hex();
  }
}
