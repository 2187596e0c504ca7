package colophon.pipeline;

import java.util.Map;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.SchedulerException;

/** Lets Quartz do a beat by its name. State is kept in our own tables, never in the trigger. */
@DisallowConcurrentExecution
public final class BeatJob implements Job {

  static final String BEATS = "beats";

  @Override
  public void execute(JobExecutionContext context) throws JobExecutionException {
    try {
      if (context.getScheduler().getContext().get(BEATS) instanceof Map<?, ?> beats
          && beats.get(context.getJobDetail().getKey().getName()) instanceof Beat beat) {
        beat.beat();
      }
    } catch (SchedulerException e) {
      throw new JobExecutionException(e);
    }
  }
}
