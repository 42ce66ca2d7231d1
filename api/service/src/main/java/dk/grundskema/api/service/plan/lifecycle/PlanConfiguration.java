package dk.grundskema.api.service.plan.lifecycle;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.access.OrganisationResolver;
import dk.grundskema.api.platform.http.FeatureTexts;
import dk.grundskema.api.service.plan.DocumentRepository;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.RevisionId;
import dk.grundskema.api.service.plan.UnusedDocumentCollector;
import dk.grundskema.domain.finding.Id;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Beans of this package: recurring tasks, organisation lookup for revisions, and texts. */
@Configuration(proxyBeanMethods = false)
class PlanConfiguration {
    private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");

    /** Runs at night, so that a deleted plan can be restored until the end of its last day. */
    @Bean
    static RecurringTask<Void> purgingTask(TrashPurger trash) {
        return Tasks.recurring("purge-plans", Schedules.daily(ZONE, LocalTime.of(3, 30)))
                .execute((instance, context) -> trash.purgeDuePlans());
    }

    @Bean
    static RecurringTask<Void> documentDeletionTask(UnusedDocumentCollector unused, InstantSource clock) {
        return Tasks.recurring("drop-documents", FixedDelay.of(DocumentRepository.GRACE_PERIOD))
                .execute((instance, context) -> unused.deleteReleased(clock.instant()));
    }

    /** Resolves the organisation of a revision as that of its plan. */
    @Bean
    static OrganisationResolver revisionBelonging(PlanStore plans) {
        return new OrganisationResolver() {
            @Override
            public String pathVariable() {
                return "revision";
            }

            @Override
            public Optional<OrganisationId> organisationOf(String id) {
                return Id.FORM.matcher(id).matches()
                        ? plans.organisationOf(new RevisionId(id)) // includes plans in the trash
                        : Optional.empty();
            }
        };
    }

    @Bean
    static FeatureTexts plansTexts() {
        return FeatureTexts.beside(PlanStore.class);
    }
}
