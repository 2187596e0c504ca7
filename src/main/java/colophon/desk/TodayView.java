package colophon.desk;

import java.util.List;

/**
 * What an operator sees first; every text is ready for people.
 *
 * @param ticks whether the schedule is running in this process
 * @param spend of the pipelines with another writer than the built-in one
 */
public record TodayView(
    boolean ticks,
    Running running,
    Next next,
    Waiting waiting,
    List<Need> needs,
    List<SpendLine> spend) {
  public TodayView {
    needs = List.copyOf(needs);
    spend = List.copyOf(spend);
  }

  /** The runs that have not ended, with the second at which that was so. */
  public record Running(List<RunningLine> runs, String at) {
    public Running {
      runs = List.copyOf(runs);
    }
  }

  /**
   * One run that has not ended.
   *
   * @param rests what it waits for; empty where somebody is at work on it
   * @param since how long ago it began
   */
  public record RunningLine(
      String id,
      String title,
      String slot,
      String startedBy,
      String rests,
      String since,
      List<StageView> stages) {
    public RunningLine {
      stages = List.copyOf(stages);
    }
  }

  /**
   * One stage.
   *
   * @param state {@code done}, {@code now} or {@code later}
   * @param words its summary, or what its items came to so far
   */
  public record StageView(String name, String state, String words) {}

  /**
   * The pipelines.
   *
   * @param mayAct whether the person may run and pause
   */
  public record Next(boolean mayAct, List<NextLine> lines) {
    public Next {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A pipeline, and when it runs next.
   *
   * @param local in its own zone; a sentence where no time is appointed
   * @param utc the same in UTC; empty where no time is appointed
   * @param run the id of its last run that ended; empty where there is none
   * @param style of the last result
   * @param brief when it last brought out a brief
   */
  public record NextLine(
      String name,
      String title,
      boolean paused,
      String local,
      String utc,
      String until,
      String run,
      String last,
      String style,
      String brief) {}

  /** The drafts that wait for people, and how many of them have a mark that nobody has settled. */
  public record Waiting(int drafts, int blocked) {}

  /**
   * Something that did not work, and what to do.
   *
   * @param href where to look; empty where nothing more is to be seen
   */
  public record Need(String words, String style, String href) {}

  /** What a pipeline's model used today, and may use. */
  public record SpendLine(String title, String calls, String tokens, String money) {}
}
