package dk.grundskema.api.server.notices;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room does by itself. */
@Configuration(proxyBeanMethods = false)
class NoticesSetup {
    private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");

    /** In the night, after plans have forgotten who took part. */
    @Bean
    static RecurringTask<Void> oldNoticesTask(OldNotices notices) {
        return Tasks.recurring("let-go-of-notices", Schedules.daily(ZONE, LocalTime.of(3, 50)))
                .execute((instance, context) -> notices.whatIsDue());
    }
}
