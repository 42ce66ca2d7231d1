package dk.grundskema.api.service.privacy;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Schedules the deletion of personal data, at night. */
@Configuration(proxyBeanMethods = false)
class PrivacyConfiguration {
    @Bean
    static RecurringTask<Void> anonymisationTask(PlanAnonymiser planAnonymiser) {
        return Tasks.recurring("forget-people", Schedules.daily(PlanAnonymiser.ZONE, LocalTime.of(3, 0)))
                .execute((instance, context) -> planAnonymiser.forgetDuePlans());
    }

    @Bean
    static RecurringTask<Void> retentionTask(AuditRetention retention) {
        return Tasks.recurring("let-go-of-traces", Schedules.daily(PlanAnonymiser.ZONE, LocalTime.of(3, 45)))
                .execute((instance, context) -> retention.deleteExpired());
    }
}
