package dk.grundskema.api.server.plans;

import org.springframework.stereotype.Component;

/** Numbers of students name nobody, and a plan that forgets who took part keeps its students' ids: they go when the plan does. */
@Component
final class ForgottenNumbers implements Forgets {
    private final StudentNumbers numbers;

    ForgottenNumbers(StudentNumbers numbers) {
        this.numbers = numbers;
    }

    @Override
    public void forget(PlanId plan) {}

    @Override
    public void drop(PlanId plan) {
        numbers.dropWithTheLast(plan);
    }
}
