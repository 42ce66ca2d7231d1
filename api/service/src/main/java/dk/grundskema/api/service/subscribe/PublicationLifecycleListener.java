package dk.grundskema.api.service.subscribe;

import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanLifecycleListener;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.Revision;
import dk.grundskema.api.service.publish.Publication;
import dk.grundskema.api.service.publish.PublicationRepository;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Removes participants from publications when a plan forgets them: publications then refer to the same nameless documents as the revisions,
 * feeds are recalculated from these, and notes are deleted. Links stay.
 */
@Component
final class PublicationLifecycleListener implements PlanLifecycleListener {
    private final JdbcClient database;
    private final PublicationRepository publicationRepository;
    private final FeedRepository feeds;
    private final PlanStore plans;
    private final DocumentStore documents;

    PublicationLifecycleListener(
            JdbcClient database,
            PublicationRepository publicationRepository,
            FeedRepository feeds,
            PlanStore plans,
            DocumentStore documents) {
        this.database = database;
        this.publicationRepository = publicationRepository;
        this.feeds = feeds;
        this.plans = plans;
        this.documents = documents;
    }

    @Override
    public void onForgetPeople(PlanId plan) {
        database.sql("UPDATE feed_link SET forgot = TRUE WHERE plan = :plan AND forgot = FALSE")
                .param("plan", plan.value())
                .update();
        var changed = new HashSet<PlanId>();
        for (Publication one : publicationRepository.findAll(plan)) {
            Revision revision = plans.revision(one.revision());
            String timetable = Objects.requireNonNull(revision.timetable());
            boolean isOfItsOwn =
                    documents.timetable(one.timetable()).value().problem().equals(one.problem());
            String problem = isOfItsOwn ? documents.timetable(timetable).value().problem() : revision.problem();
            int updated = database.sql("""
                            UPDATE publication SET problem = :problem, timetable = :timetable, title = '', note = ''
                            WHERE plan = :plan AND number = :number
                            AND (problem <> :problem OR timetable <> :timetable OR title <> '' OR note <> '')""")
                    .param("problem", problem)
                    .param("timetable", timetable)
                    .param("plan", one.plan().value())
                    .param("number", one.number())
                    .update();
            if (updated > 0) { // otherwise participants were removed before
                changed.add(one.plan());
            }
        }
        changed.forEach(feeds::reset);
    }

    @Override
    public void onPurge(PlanId plan) {
        publicationRepository.findAll(plan).stream()
                .map(Publication::plan)
                .filter(shown -> !shown.equals(plan))
                .distinct()
                .forEach(shown -> forgetRevisions(plan, shown));
        for (String statement : List.of(
                "DELETE FROM feed_state WHERE link IN (SELECT id FROM feed_link WHERE plan = :plan)",
                "DELETE FROM feed_link WHERE plan = :plan",
                "DELETE FROM publication WHERE plan = :plan")) {
            database.sql(statement).param("plan", plan.value()).update();
        }
    }

    /** Gives publications of a deleted plan, which links showed before, the content of the first publication of the plan that they show now. */
    private void forgetRevisions(PlanId deleted, PlanId shown) {
        Publication first = publicationRepository.findFirstOfOwnRevision(shown);
        database.sql("""
                        UPDATE publication SET revision = :revision, problem = :problem, timetable = :timetable, note = ''
                        WHERE plan = :plan AND revision IN (SELECT id FROM revision WHERE revision.plan = :deleted)""")
                .param("revision", first.revision().value())
                .param("problem", first.problem())
                .param("timetable", first.timetable())
                .param("plan", shown.value())
                .param("deleted", deleted.value())
                .update();
    }
}
