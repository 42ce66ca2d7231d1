package dk.grundskema.api.server.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.server.Client;
import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.NewPlan;
import dk.grundskema.api.server.Planned;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.identity.Role;
import dk.grundskema.api.server.identity.School;
import dk.grundskema.api.server.start.Server;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is typed of meetings of a plan whose whole timetable somebody takes back meanwhile. */
final class AttendanceUndoneTest {
    private final Server server = Services.on(Database.H2);
    private final School school = School.in(server);
    private final Client client = Services.administrator(server);

    @Test
    void whatIsTypedOfAPlanThatHasNoTimetableAnyMoreIsNotLost() {
        String place = Planned.plan(client, server, school.path(), Services.example("camp-too-few-staff"), 300);
        OnDuty duty = OnDuty.in(server, place, 0);
        String at = "/plans/" + NewPlan.id(place).value() + "/attendance";
        Surfer planner = Surfer.as(school.person(Role.PLANNER)).on(at + "?date=" + duty.date());
        assertThat(client.with("If-Match", client.get(place).tag())
                        .post(place + "/undo", Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(client.get(place + "/timetable").status())
                .as("nothing is planned")
                .isEqualTo(404);

        HttpResponse<String> part = planner.type(at, duty.typed("held", "Tandlæge"), "HX-Request", "true");
        assertThat(part.statusCode()).isEqualTo(409);
        assertThat(part.headers().firstValue("HX-Reswap")).hasValue("innerHTML");
        assertThat(part.body())
                .startsWith("<p")
                .contains("Planen har ikke noget skema mere", "står her endnu og er ikke gemt");
        HttpResponse<String> whole = planner.type(at + "?absent=en-elev", duty.typed("held", "Tandlæge"));
        assertThat(whole.statusCode()).isEqualTo(409);
        assertThat(whole.body())
                .contains("<html", "Det, du skrev", "<bdi>Tandlæge</bdi>", "Planen har ikke noget skema mere")
                .contains("én, som ikke er med i noget af det, du ser her");
        planner.type("/language", Map.of("language", "en", "back", "/"));
        assertThat(planner.type(at + "?absent=en-elev", duty.typed("held", "Tandlæge"))
                        .body())
                .contains("The plan has no timetable any more", "one student who is not in anything you see here");
        assertThat(planner.get(at).statusCode())
                .as("the page leads to the plan")
                .isEqualTo(303);
    }
}
