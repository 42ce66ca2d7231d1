package dk.grundskema.api.server.identity;

import static org.assertj.core.api.Assertions.fail;

import dk.grundskema.api.server.Client;
import dk.grundskema.api.server.NewPlan;
import dk.grundskema.api.server.Services;
import java.util.Map;

/** Things of a school that paths lead to. */
final class ThingsOfSchool {
    private final School school;
    private String plan = "";
    private String job = "";

    ThingsOfSchool(School school) {
        this.school = school;
    }

    /** The id of one; what a path can lead to and is not known here fails the test. */
    String id(String variable) {
        return switch (variable) {
            case "organisation" -> school.id();
            case "plan" -> plan();
            case "revision" ->
                (String) Services.administrator(school.server())
                        .get("/api/v1/plans/" + plan())
                        .at("/revision/id");
            case "job" -> job();
            default ->
                fail("No thing of the school is known for the path's variable (%s). Add one to ThingsOfSchool.id."
                        .formatted(variable));
        };
    }

    /** Whoever may, has perhaps just taken the plan away. */
    private String plan() {
        Client administrator = Services.administrator(school.server());
        if (plan.isEmpty() || administrator.get("/api/v1/plans/" + plan).status() != 200) {
            plan = (String) NewPlan.made(administrator, school.path(), Services.example("camp-3-weeks"))
                    .at("/id");
        }
        return plan;
    }

    private String job() {
        if (job.isEmpty()) {
            job = (String) Services.administrator(school.server())
                    .post("/api/v1/plans/" + plan() + "/solves", Map.of("steps", 1))
                    .at("/id");
        }
        return job;
    }
}
