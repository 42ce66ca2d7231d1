package dk.grundskema.api.service.testing;

import static org.assertj.core.api.Assertions.fail;

import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestSchool;
import java.util.Map;

/** Things of a school that paths lead to. */
public final class SchoolPathVariables {
    private final TestSchool school;
    private String plan = "";
    private String job = "";

    public SchoolPathVariables(TestSchool school) {
        this.school = school;
    }

    /** Returns the id for a path variable; an unknown variable fails the test. */
    public String id(String variable) {
        return switch (variable) {
            case "organisation" -> school.id();
            case "plan" -> plan();
            case "revision" ->
                (String) ServiceClient.administrator(school.server())
                        .get("/api/v1/plans/" + plan())
                        .at("/revision/id");
            case "job" -> job();
            default ->
                fail("No thing of the school is known for the path's variable (%s). Add one to SchoolPathVariables.id."
                        .formatted(variable));
        };
    }

    /** Returns the plan; creates another one if a caller has deleted it. */
    private String plan() {
        ServiceClient administrator = ServiceClient.administrator(school.server());
        if (plan.isEmpty() || administrator.get("/api/v1/plans/" + plan).status() != 200) {
            plan = (String) TestPlans.createPlan(administrator, school.path(), TestServices.weekOfCamp())
                    .at("/id");
        }
        return plan;
    }

    private String job() {
        if (job.isEmpty()) {
            job = (String) ServiceClient.administrator(school.server())
                    .post("/api/v1/plans/" + plan() + "/solves", Map.of("steps", 1))
                    .at("/id");
        }
        return job;
    }
}
