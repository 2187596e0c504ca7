package colophon.verify;

import colophon.provenance.ProvenanceRecord;
import colophon.provenance.RecordedCitation;
import colophon.provenance.RecordedSentence;
import colophon.provenance.RecordedSource;
import java.util.HashSet;
import java.util.Set;

/** Whether a record makes sense in itself: every sentence rests on sources that it names. */
final class RecordCheck {

  private RecordCheck() {}

  static void check(ProvenanceRecord record, Findings findings) {
    Set<String> sources = new HashSet<>();
    for (RecordedSource source : record.sources()) {
      if (!sources.add(source.id())) {
        inconsistent(findings, "The record lists the source \"" + source.id() + "\" twice.");
      }
    }
    Set<String> sentences = new HashSet<>();
    for (RecordedSentence sentence : record.sentences()) {
      if (!sentences.add(sentence.id())) {
        inconsistent(findings, "The record lists the sentence \"" + sentence.id() + "\" twice.");
      }
      if (sentence.citations().isEmpty()) {
        findings.add(
            Code.RECORD_UNCITED,
            Bundle.RECORD,
            "The sentence \"" + sentence.id() + "\" rests on no source.");
      }
      for (RecordedCitation citation : sentence.citations()) {
        if (!sources.contains(citation.source()) || citation.end() < citation.start()) {
          inconsistent(
              findings,
              "The sentence \""
                  + sentence.id()
                  + "\" cites a stretch of \""
                  + citation.source()
                  + "\" that the record cannot mean.");
        }
      }
    }
    int version = record.brief().version();
    if (version < 1 || version > 1 == (record.brief().previous() == null)) {
      inconsistent(
          findings,
          "Every version but the first names the record before it; version "
              + version
              + " does not keep to that.");
    }
  }

  private static void inconsistent(Findings findings, String sentence) {
    findings.add(Code.RECORD_INCONSISTENT, Bundle.RECORD, sentence);
  }
}
