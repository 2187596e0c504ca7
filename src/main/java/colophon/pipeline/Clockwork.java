package colophon.pipeline;

import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.ObjectAlreadyExistsException;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.SimpleTrigger;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.springframework.scheduling.quartz.SchedulerFactoryBean;

/**
 * The one schedule of the newsroom: Quartz in its clustered JDBC store. Every node that serves
 * joins it; a beat is done by one of them at a time, and another takes over when that one dies.
 */
public final class Clockwork implements AutoCloseable {

  /** How long a stop waits for a beat that is under way. */
  static final Duration STOP_WAITS = Duration.ofSeconds(20);

  private static final long STOP_LOOK_MILLIS = 100;

  private final SchedulerFactoryBean factory;
  private final Scheduler scheduler;

  private Clockwork(SchedulerFactoryBean factory, Scheduler scheduler) {
    this.factory = factory;
    this.scheduler = scheduler;
  }

  /**
   * Starts the clock of this node.
   *
   * @param beats what is done, by name
   * @param every how often, by the same names
   */
  public static Clockwork start(
      DataSource source, Map<String, Beat> beats, Map<String, Duration> every) {
    var factory = new SchedulerFactoryBean();
    factory.setDataSource(source);
    factory.setQuartzProperties(properties());
    factory.setSchedulerName("colophon");
    factory.setAutoStartup(false);
    factory.setWaitForJobsToCompleteOnShutdown(false); // close() waits, and not for ever
    factory.setSchedulerContextAsMap(Map.of(BeatJob.BEATS, Map.copyOf(beats)));
    try {
      factory.afterPropertiesSet();
      Scheduler scheduler = java.util.Objects.requireNonNull(factory.getObject());
      for (var beat : every.entrySet()) {
        schedule(scheduler, beat.getKey(), beat.getValue());
      }
      scheduler.start();
      return new Clockwork(factory, scheduler);
    } catch (Exception e) {
      throw new IllegalStateException("the scheduler did not start: " + e.getMessage(), e);
    }
  }

  /** Whether it is ticking. */
  public boolean ticks() {
    try {
      return scheduler.isStarted() && !scheduler.isShutdown();
    } catch (SchedulerException e) {
      return false;
    }
  }

  /** Lets no further beat begin, waits a while for those under way, and stops. */
  @Override
  public void close() {
    try {
      if (scheduler.isShutdown()) {
        return;
      }
      scheduler.standby();
      long waits = STOP_WAITS.toMillis() / STOP_LOOK_MILLIS;
      for (long i = 0; i < waits && !scheduler.getCurrentlyExecutingJobs().isEmpty(); i++) {
        Thread.sleep(STOP_LOOK_MILLIS);
      }
      factory.destroy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (SchedulerException e) {
      throw new IllegalStateException("the scheduler did not stop: " + e.getMessage(), e);
    }
  }

  private static void schedule(Scheduler scheduler, String name, Duration every)
      throws SchedulerException {
    JobDetail job =
        JobBuilder.newJob(BeatJob.class)
            .withIdentity(name)
            .storeDurably()
            .requestRecovery()
            .build();
    Trigger trigger =
        TriggerBuilder.newTrigger()
            .withIdentity(name)
            .forJob(job)
            .startNow()
            .withSchedule(
                SimpleScheduleBuilder.simpleSchedule()
                    .withIntervalInMilliseconds(every.toMillis())
                    .repeatForever()
                    // A beat looks at what is due, so a late one needs no catching up.
                    .withMisfireHandlingInstructionNextWithRemainingCount())
            .build();
    if (scheduler.getTrigger(new TriggerKey(name)) instanceof SimpleTrigger kept
        && kept.getRepeatInterval() == every.toMillis()) {
      return; // another node keeps this beat going already
    }
    try {
      scheduler.deleteJob(job.getKey());
      scheduler.scheduleJob(job, trigger);
    } catch (ObjectAlreadyExistsException e) {
      // Another node scheduled the same beat between our two steps: that is the beat we want.
    }
  }

  private static Properties properties() {
    var properties = new Properties();
    properties.setProperty("org.quartz.scheduler.instanceId", "AUTO");
    properties.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
    properties.setProperty("org.quartz.jobStore.isClustered", "true");
    properties.setProperty("org.quartz.jobStore.clusterCheckinInterval", "5000");
    properties.setProperty("org.quartz.jobStore.misfireThreshold", "30000");
    properties.setProperty("org.quartz.jobStore.useProperties", "true");
    properties.setProperty(
        "org.quartz.jobStore.driverDelegateClass",
        "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate");
    properties.setProperty("org.quartz.threadPool.threadCount", "4");
    return properties;
  }
}
