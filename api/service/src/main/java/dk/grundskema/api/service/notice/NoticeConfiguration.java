package dk.grundskema.api.service.notice;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Scheduled tasks of this package. */
@Configuration(proxyBeanMethods = false)
class NoticeConfiguration {
    private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");

    /** Runs at night, after plans have forgotten their participants. */
    @Bean
    static RecurringTask<Void> noticeRetentionTask(NoticeRetention notices) {
        return Tasks.recurring("let-go-of-notices", Schedules.daily(ZONE, LocalTime.of(3, 50)))
                .execute((instance, context) -> notices.deleteExpired());
    }
}
