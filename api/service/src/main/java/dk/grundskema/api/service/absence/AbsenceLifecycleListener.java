package dk.grundskema.api.service.absence;

import dk.grundskema.api.service.plan.PlanContext;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanLifecycleListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Removes the reasons of absences and cancelled meetings when a plan is anonymised. What was held and the number of participants remain. */
@Component
final class AbsenceLifecycleListener implements PlanLifecycleListener {
    private final JdbcClient database;

    AbsenceLifecycleListener(JdbcClient database) {
        this.database = database;
    }

    @Override
    public void onForgetPeople(PlanId plan) {
        database.sql("UPDATE absence SET reason = '' WHERE plan = :plan")
                .param("plan", plan.value())
                .update();
        database.sql("UPDATE delivery SET reason = '' WHERE plan = :plan")
                .param("plan", plan.value())
                .update();
    }

    @Override
    public void onPurge(PlanId plan) {
        database.sql("DELETE FROM absence WHERE plan = :plan")
                .param("plan", plan.value())
                .update();
        PlanContext.forgetAbsences(plan);
        database.sql("DELETE FROM delivery WHERE plan = :plan")
                .param("plan", plan.value())
                .update();
    }
}
