package dk.grundskema.api.server.solving;

import dk.grundskema.api.server.plans.Documents;
import dk.grundskema.api.server.plans.Forgets;
import dk.grundskema.api.server.plans.PlanId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Solves of a plan that forgets who took part: their timetables say it. What became revisions is there without names; the rest is gone. */
@Component
final class ForgottenSolves implements Forgets {
    private final JdbcClient database;
    private final Documents documents;

    ForgottenSolves(JdbcClient database, Documents documents) {
        this.database = database;
        this.documents = documents;
    }

    @Override
    public void forget(PlanId plan) {
        List<String> timetables = database.sql("""
                        SELECT best FROM solve_job WHERE plan = :plan AND best IS NOT NULL
                        UNION SELECT reference FROM solve_job WHERE plan = :plan AND reference IS NOT NULL""")
                .param("plan", plan.value())
                .query((row, number) -> row.getString(1))
                .list();
        database.sql("DELETE FROM solve_job WHERE plan = :plan")
                .param("plan", plan.value())
                .update();
        timetables.forEach(documents::dropUnused);
    }

    @Override
    public void drop(PlanId plan) {
        forget(plan);
    }
}
