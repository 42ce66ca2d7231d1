package dk.grundskema.api.service.notice;

import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanLifecycleListener;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Deletes the recipients of notices when a plan is deleted or forgets its participants; mails about a deleted plan are not sent. Choices
 * stay while the staff member is in another plan or can sign in.
 */
@Component
final class NoticeLifecycleListener implements PlanLifecycleListener {
    private final JdbcClient database;
    private final NoticeRetention noticeRetention;

    NoticeLifecycleListener(JdbcClient database, NoticeRetention noticeRetention) {
        this.database = database;
        this.noticeRetention = noticeRetention;
    }

    @Override
    public void onForgetPeople(PlanId plan) {
        database.sql("DELETE FROM notice_round WHERE plan = :plan")
                .param("plan", plan.value())
                .update();
        noticeRetention.deleteOfPlan(plan);
    }

    @Override
    public void onMoveToTrash(PlanId plan) {
        for (String statement : List.of(
                "DELETE FROM notice_round WHERE plan = :plan",
                "UPDATE notice SET state = 'DROPPED' WHERE plan = :plan AND state = 'PENDING'")) {
            database.sql(statement).param("plan", plan.value()).update();
        }
    }

    @Override
    public void onPurge(PlanId plan) {
        onForgetPeople(plan);
        database.sql("DELETE FROM notice_count WHERE plan = :plan")
                .param("plan", plan.value())
                .update();
    }
}
