package dk.grundskema.api.server.notices;

import dk.grundskema.api.server.plans.Forgets;
import dk.grundskema.api.server.plans.PlanId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whom notices were for goes with the plan or with what it forgets; nobody is told of a plan that was taken away. What people have chosen stays as
 * long as they are in another plan, or can sign in.
 */
@Component
final class ForgottenNotices implements Forgets {
    private final JdbcClient database;
    private final OldNotices old;

    ForgottenNotices(JdbcClient database, OldNotices old) {
        this.database = database;
        this.old = old;
    }

    @Override
    public void forget(PlanId plan) {
        database.sql("DELETE FROM notice_round WHERE plan = :plan")
                .param("plan", plan.value())
                .update();
        old.ofPlan(plan);
    }

    @Override
    public void putAway(PlanId plan) {
        for (String statement : List.of(
                "DELETE FROM notice_round WHERE plan = :plan",
                "UPDATE notice SET state = 'DROPPED' WHERE plan = :plan AND state = 'PENDING'")) {
            database.sql(statement).param("plan", plan.value()).update();
        }
    }

    @Override
    public void drop(PlanId plan) {
        forget(plan);
        database.sql("DELETE FROM notice_count WHERE plan = :plan")
                .param("plan", plan.value())
                .update();
    }
}
