package dk.grundskema.api.service.notice;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.boot.task.ThreadPoolTaskSchedulerBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** Background tasks of this package. */
@Configuration(proxyBeanMethods = false)
class NoticeConfiguration {
    /** Bean name of the scheduler that sends notices. */
    static final String SCHEDULER = "noticeScheduler";

    private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");

    @Bean(name = SCHEDULER, defaultCandidate = false)
    static ThreadPoolTaskScheduler noticeScheduler(ThreadPoolTaskSchedulerBuilder builder) {
        return builder.poolSize(1).threadNamePrefix("notices-").build();
    }

    /** Runs at night, after plans have forgotten their participants. */
    @Bean
    static RecurringTask<Void> noticeRetentionTask(NoticeRetention notices) {
        return Tasks.recurring("let-go-of-notices", Schedules.daily(ZONE, LocalTime.of(3, 50)))
                .execute((instance, context) -> notices.deleteExpired());
    }
}
