package dk.grundskema.api.server.plans;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import dk.grundskema.api.server.identity.Belonging;
import dk.grundskema.api.server.identity.OrganisationId;
import dk.grundskema.api.server.identity.Retention;
import dk.grundskema.api.server.platform.RoomTexts;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What this room tells the others of itself. */
@Configuration(proxyBeanMethods = false)
class PlansSetup {
    /** In the night, when nobody looks at a plan that has ended. */
    @Bean
    static RecurringTask<Void> forgettingTask(Forgetting forgetting) {
        return Tasks.recurring("forget-people", Schedules.daily(Forgetting.ZONE, LocalTime.of(3, 0)))
                .execute((instance, context) -> forgetting.whatIsDue());
    }

    /** In the night, too: a plan that was taken away can be had back at any time of its last day. */
    @Bean
    static RecurringTask<Void> purgingTask(Trash trash) {
        return Tasks.recurring("purge-plans", Schedules.daily(Forgetting.ZONE, LocalTime.of(3, 30)))
                .execute((instance, context) -> trash.whatIsDue());
    }

    /** In the night as well; what it lets go of hasn't been of use for long. */
    @Bean
    static RecurringTask<Void> retentionTask(Retention retention) {
        return Tasks.recurring("let-go-of-traces", Schedules.daily(Forgetting.ZONE, LocalTime.of(3, 45)))
                .execute((instance, context) -> retention.whatIsDue());
    }

    @Bean
    static RecurringTask<Void> droppingTask(UnusedDocuments unused, InstantSource clock) {
        return Tasks.recurring("drop-documents", FixedDelay.of(DocumentRows.ABOUT_TO_BE_NEEDED))
                .execute((instance, context) -> unused.dropLetGo(clock.instant()));
    }

    /** Operations on a revision are those on its plan. */
    @Bean
    static Belonging ofRevisions(JdbcClient database) {
        return new Belonging() {
            @Override
            public String variable() {
                return "revision";
            }

            @Override
            public Optional<OrganisationId> organisation(String id) {
                return database.sql(
                                "SELECT p.organisation FROM plan p JOIN revision r ON r.plan = p.id WHERE r.id = :id")
                        .param("id", id)
                        .query(String.class)
                        .optional()
                        .map(OrganisationId::new);
            }
        };
    }

    @Bean
    static RoomTexts plansTexts() {
        return new RoomTexts(PlansSetup.class);
    }
}
