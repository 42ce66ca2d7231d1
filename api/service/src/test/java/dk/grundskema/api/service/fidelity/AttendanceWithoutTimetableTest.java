package dk.grundskema.api.service.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.PageClient;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.testing.SolvedPlans;
import dk.grundskema.api.service.testing.StaffDuty;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Attendance input for a plan whose timetable is undone concurrently. */
final class AttendanceWithoutTimetableTest {
    private final Server server = TestServices.on(TestDatabase.H2);
    private final TestSchool school = TestSchool.create(server);
    private final ServiceClient client = ServiceClient.administrator(server);

    @Test
    void typedRemarkIsNotLostWhenThePlanHasNoTimetableAnyMore() {
        String place = SolvedPlans.createSolvedPlan(
                client, server, school.path(), TestServices.exampleProblem("camp-too-few-staff"), 300);
        StaffDuty duty = StaffDuty.busiestIn(server, place, 0);
        String at = "/plans/" + TestPlans.planIdOf(place).value() + "/attendance";
        PageClient planner =
                PageClient.signedInAs(school.addPerson(Role.PLANNER)).open(at + "?date=" + duty.date());
        assertThat(client.withHeader("If-Match", client.get(place).tag())
                        .post(place + "/undo", Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(client.get(place + "/timetable").status())
                .as("nothing is planned")
                .isEqualTo(404);

        HttpResponse<String> part = planner.submit(at, duty.formFields("held", "Tandlæge"), "HX-Request", "true");
        assertThat(part.statusCode()).isEqualTo(409);
        assertThat(part.headers().firstValue("HX-Reswap")).hasValue("innerHTML");
        assertThat(part.body())
                .startsWith("<p")
                .contains("Planen har ikke noget skema mere", "står her endnu og er ikke gemt");
        HttpResponse<String> whole = planner.submit(at + "?absent=en-elev", duty.formFields("held", "Tandlæge"));
        assertThat(whole.statusCode()).isEqualTo(409);
        assertThat(whole.body())
                .contains("<html", "Det, du skrev", "<bdi>Tandlæge</bdi>", "Planen har ikke noget skema mere")
                .contains("én, som ikke er med i noget af det, du ser her");
        planner.submit("/language", Map.of("language", "en", "back", "/"));
        assertThat(planner.submit(at + "?absent=en-elev", duty.formFields("held", "Tandlæge"))
                        .body())
                .contains("The plan has no timetable any more", "one student who is not in anything you see here");
        assertThat(planner.get(at).statusCode())
                .as("the page leads to the plan")
                .isEqualTo(303);
    }
}
