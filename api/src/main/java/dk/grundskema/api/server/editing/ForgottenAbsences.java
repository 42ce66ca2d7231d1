package dk.grundskema.api.server.editing;

import dk.grundskema.api.server.plans.Forgets;
import dk.grundskema.api.server.plans.PlanId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A plan that forgets who took part keeps what was held and how many came; why somebody was away, or something not held, is gone. */
@Component
final class ForgottenAbsences implements Forgets {
    private final JdbcClient database;

    ForgottenAbsences(JdbcClient database) {
        this.database = database;
    }

    @Override
    public void forget(PlanId plan) {
        database.sql("UPDATE absence SET reason = '' WHERE plan = :plan")
                .param("plan", plan.value())
                .update();
        database.sql("UPDATE delivery SET reason = '' WHERE plan = :plan")
                .param("plan", plan.value())
                .update();
    }

    @Override
    public void drop(PlanId plan) {
        database.sql("DELETE FROM absence WHERE plan = :plan")
                .param("plan", plan.value())
                .update();
        database.sql("DELETE FROM delivery WHERE plan = :plan")
                .param("plan", plan.value())
                .update();
    }
}
