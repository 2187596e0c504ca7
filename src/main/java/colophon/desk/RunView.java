package colophon.desk;

import colophon.pipeline.RunItem;
import java.util.List;

/** A run with what became of each of its items. */
public record RunView(
    String id, String pipeline, String slot, String startedBy, boolean ended, List<RunItem> items) {
  public RunView {
    items = List.copyOf(items);
  }
}
