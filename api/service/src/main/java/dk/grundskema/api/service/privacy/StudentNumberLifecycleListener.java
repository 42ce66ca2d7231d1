package dk.grundskema.api.service.privacy;

import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanLifecycleListener;
import dk.grundskema.api.service.plan.StudentNumberRepository;
import org.springframework.stereotype.Component;

/**
 * Deletes student numbers with the plan. They are kept when people are erased, because they contain no names and anonymised plans keep students'
 * ids.
 */
@Component
final class StudentNumberLifecycleListener implements PlanLifecycleListener {
    private final StudentNumberRepository numbers;

    StudentNumberLifecycleListener(StudentNumberRepository numbers) {
        this.numbers = numbers;
    }

    @Override
    public void onForgetPeople(PlanId plan) {}

    @Override
    public void onPurge(PlanId plan) {
        numbers.deleteIfLastOfFamily(plan);
    }
}
