package dk.grundskema.api.service.absence;

import dk.grundskema.api.service.plan.PlanContext;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanLifecycleListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Removes the reasons of absences and cancelled meetings when a plan is anonymised. What was held and the number of participants remain. When a plan is
 * purged, another plan of its family takes over its records, since they count for that too.
 */
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
        database.sql(
                        "SELECT MIN(f.id) FROM plan p JOIN plan f ON f.family = p.family AND f.id <> p.id WHERE p.id = :plan")
                .param("plan", plan.value())
                .query(String.class)
                .optional()
                .ifPresent(heir -> handOver(plan, heir));
        database.sql("DELETE FROM absence WHERE plan = :plan")
                .param("plan", plan.value())
                .update();
        PlanContext.forgetAbsences();
        database.sql("DELETE FROM delivery WHERE plan = :plan")
                .param("plan", plan.value())
                .update();
    }

    private void handOver(PlanId plan, String heir) {
        database.sql("UPDATE absence SET plan = :heir WHERE plan = :plan")
                .param("heir", heir)
                .param("plan", plan.value())
                .update();
        database.sql("""
                        DELETE FROM delivery WHERE plan = :heir AND EXISTS (
                          SELECT 1 FROM delivery later WHERE later.plan = :plan AND later.session = delivery.session
                          AND later.held_on = delivery.held_on AND later.made > delivery.made)""").param("heir", heir).param("plan", plan.value()).update();
        database.sql("""
                        UPDATE delivery SET plan = :heir WHERE plan = :plan AND NOT EXISTS (
                          SELECT 1 FROM delivery other WHERE other.plan = :heir
                          AND other.session = delivery.session AND other.held_on = delivery.held_on)""").param("heir", heir).param("plan", plan.value()).update();
    }
}
