package dk.grundskema.api.server.publishing;

import dk.grundskema.api.server.plans.Documents;
import dk.grundskema.api.server.plans.Forgets;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.plans.Revision;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was published of a plan that forgets who took part refers to the same documents as its revisions, which have no names any more; feeds are worked out
 * of those anew. Links stay, and what was said of publications is gone.
 */
@Component
final class ForgottenPublications implements Forgets {
    private final JdbcClient database;
    private final PublicationRows rows;
    private final FeedRows feeds;
    private final Plans plans;
    private final Documents documents;

    ForgottenPublications(JdbcClient database, PublicationRows rows, FeedRows feeds, Plans plans, Documents documents) {
        this.database = database;
        this.rows = rows;
        this.feeds = feeds;
        this.plans = plans;
        this.documents = documents;
    }

    @Override
    public void forget(PlanId plan) {
        database.sql("UPDATE feed_link SET forgot = TRUE WHERE plan = :plan AND forgot = FALSE")
                .param("plan", plan.value())
                .update();
        List<Publication> all = rows.before(plan, Integer.MAX_VALUE, Integer.MAX_VALUE);
        int changed = 0;
        for (Publication one : all) {
            Revision revision = plans.revision(one.revision());
            String timetable = Objects.requireNonNull(revision.timetable());
            boolean isOfItsOwn =
                    documents.timetable(one.timetable()).value().problem().equals(one.problem());
            String problem = isOfItsOwn ? documents.timetable(timetable).value().problem() : revision.problem();
            changed += database.sql("""
                            UPDATE publication SET problem = :problem, timetable = :timetable, title = '', note = ''
                            WHERE plan = :plan AND number = :number
                            AND (problem <> :problem OR timetable <> :timetable OR title <> '' OR note <> '')""")
                    .param("problem", problem)
                    .param("timetable", timetable)
                    .param("plan", plan.value())
                    .param("number", one.number())
                    .update();
        }
        if (changed == 0) {
            return; // it has forgotten before
        }
        feeds.anew(plan);
    }

    @Override
    public void drop(PlanId plan) {
        for (String statement : List.of(
                "DELETE FROM feed_state WHERE link IN (SELECT id FROM feed_link WHERE plan = :plan)",
                "DELETE FROM feed_link WHERE plan = :plan",
                "DELETE FROM publication WHERE plan = :plan")) {
            database.sql(statement).param("plan", plan.value()).update();
        }
    }
}
