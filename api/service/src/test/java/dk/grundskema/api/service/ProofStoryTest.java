package dk.grundskema.api.service;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.service.access.Role;
import dk.grundskema.api.service.start.Server;
import dk.grundskema.api.service.testing.FaultyCamps;
import dk.grundskema.api.service.testing.FaultyCamps.Fault;
import dk.grundskema.api.service.testing.PageClient;
import dk.grundskema.api.service.testing.ServiceClient;
import dk.grundskema.api.service.testing.ServiceClient.Answer;
import dk.grundskema.api.service.testing.TestDatabase;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestSchool;
import dk.grundskema.api.service.testing.TestServices;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is proved about seats, over REST and on the planning page. */
final class ProofStoryTest {
    private final Server server = TestServices.on(TestDatabase.H2);
    private final TestSchool school = TestSchool.create(server);
    private final ServiceClient client = new ServiceClient(
                    TestServices.administratorClient(server).base(), List.of("Accept-Language", "da"))
            .withToken(TestDatabase.TOKEN);
    private final PageClient planner = PageClient.signedInAs(school.addPerson(Role.PLANNER));

    private static String page(String place) {
        return "/plans/" + TestPlans.planIdOf(place).value() + "/plan";
    }

    /** A camp that has too few staff on some days, without a timetable. */
    private String impossibleCamp() {
        return Objects.requireNonNull(
                TestPlans.createPlan(client, school.path(), TestServices.exampleProblem("camp-too-few-staff"))
                        .header("Location"));
    }

    @Test
    void factsThatContradictEachOtherAreNamedBeforePlanning() {
        String place = impossibleCamp();

        assertThat(planner.get(page(place)).body()).contains("/plan/contradictions", "Leder efter modsigelser");
        Answer found = client.get(place + "/contradictions");
        String page = text(planner.get(page(place) + "/contradictions").body());

        List<?> contradictions = (List<?>) Objects.requireNonNull(found.at("/contradictions"));
        boolean isLimited = Boolean.TRUE.equals(found.at("/limited"));
        assertThat(!contradictions.isEmpty() || isLimited)
                .as("on a busy machine two seconds may not be enough, which is said")
                .isTrue();
        for (Object one : contradictions) {
            List<?> facts = (List<?>) Objects.requireNonNull(((Map<?, ?>) one).get("facts"));
            assertThat(facts).isNotEmpty();
            if (!isLimited) {
                assertThat(facts).allSatisfy(fact -> assertThat(page).contains(String.valueOf(fact)));
            }
        }
        assertThat(page.contains("intet skema besætter alle pladser")
                        || page.contains("Tiden til at lede efter modsigelser gik"))
                .isTrue();
    }

    @Test
    void campWithoutContradictionSaysThatThisIsNoPlan() {
        String place = FaultyCamps.create(server, school.path(), Fault.UNMET_WISH);

        Answer found = client.get(place + "/contradictions");

        assertThat((List<?>) Objects.requireNonNullElse(found.at("/contradictions"), List.of()))
                .isEmpty();
        assertThat(found.body()).contains("Det er ikke det samme som, at der findes en plan.");
        assertThat(planner.get(page(place) + "/contradictions").body())
                .contains("Det er ikke det samme som, at der findes en plan.")
                .doesNotContain("remedies=true");
        assertThat(planner.get(page(place) + "/left").body()).doesNotContain("/plan/open-seats");
    }

    @Test
    void openSeatThatCanBeFilledIsProvedWithTheChangesThatFillIt() {
        String place = FaultyCamps.create(server, school.path(), Fault.OPEN_SEAT);

        assertThat(planner.get(page(place) + "/left").body()).contains("/plan/open-seats");
        Answer proved = client.get(place + "/open-seats");
        String page = text(planner.get(page(place) + "/open-seats").body());

        assertThat(proved.at("/open")).isEqualTo(client.get(place + "/status").at("/counts/openSeats"));
        assertThat(proved.at("/unavoidable")).isEqualTo(0);
        assertThat(proved.at("/seats/0/state")).isEqualTo("AVOIDABLE");
        assertThat((List<?>) Objects.requireNonNull(proved.at("/seats/0/details")))
                .isNotEmpty();
        assertThat(page).contains(String.valueOf(proved.at("/text")), String.valueOf(proved.at("/seats/0/text")));
        assertThat(client.withHeader("If-None-Match", proved.tag())
                        .get(place + "/open-seats")
                        .status())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @EnumSource(names = {"CONFLICT", "UNSUITABLE_ROOM"})
    void conflictThatCanBeMendedIsProvedWithTheChange(Fault fault) {
        String place = FaultyCamps.create(server, school.path(), fault);

        assertThat(planner.get(page(place) + "/left").body()).contains("/plan/open-seats");
        Answer proved = client.get(place + "/open-seats");
        String page = text(planner.get(page(place) + "/open-seats").body());

        assertThat(proved.at("/faults/0/state")).isEqualTo("AVOIDABLE");
        assertThat((List<?>) Objects.requireNonNull(proved.at("/faults/0/details")))
                .hasSize(1);
        assertThat(page)
                .contains(
                        "Konflikter og mangler ud over åbne pladser: 1.",
                        String.valueOf(proved.at("/faults/0/text")),
                        String.valueOf(proved.at("/faults/0/details/0")));
    }

    @ParameterizedTest
    @EnumSource(names = {"CONFLICT", "UNSUITABLE_ROOM", "OPEN_SEAT"})
    void whatMendsAFaultIsMadeOnThePageAndUndone(Fault fault) {
        String place = FaultyCamps.create(server, school.path(), fault);
        int faults = faults(place);
        Answer proved = client.get(place + "/open-seats");
        String kind = fault == Fault.OPEN_SEAT ? "/seats/0" : "/faults/0";
        Object changes = Objects.requireNonNull(proved.at(kind + "/changes"));
        assertThat(client.post(place + "/what-if", Map.of("changes", changes)).status())
                .isEqualTo(200);
        String part = planner.get(page(place) + "/open-seats").body();
        Map<String, String> form = Map.of("version", field(part, "version"), "changes", text(field(part, "changes")));

        var made = planner.submit(page(place) + "/mend", form);

        assertThat(made.statusCode()).isEqualTo(200);
        String next = made.headers().firstValue("HX-Redirect").orElseThrow();
        assertThat(planner.get(next).body()).contains("Ændringen er foretaget.", "/plan/undo");
        assertThat(faults(place)).isZero();
        assertThat(planner.submit(page(place) + "/mend", form).body())
                .as("the plan was changed meanwhile")
                .contains("role=\"alert\"", "/plan/open-seats");

        assertThat(planner.submit(page(place) + "/undo", Map.of("version", next.replaceAll(".*=", "")))
                        .statusCode())
                .isEqualTo(303);
        assertThat(faults(place)).isEqualTo(faults).isPositive();
    }

    private int faults(String place) {
        Answer status = client.get(place + "/status");
        return Stream.of("openSeats", "conflicts", "otherShortfalls")
                .mapToInt(part -> (Integer) Objects.requireNonNull(status.at("/counts/" + part)))
                .sum();
    }

    private static String field(String html, String name) {
        var value = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(html);
        assertThat(value.find()).as(name).isTrue();
        return value.group(1);
    }

    @Test
    void proofsNamePeopleAndAreForThoseWhoEdit() {
        String place = impossibleCamp();
        PageClient reader = PageClient.signedInAs(school.addPerson(Role.READER));

        assertThat(reader.get(page(place) + "/contradictions").statusCode()).isEqualTo(403);
        assertThat(reader.get(page(place)).body()).doesNotContain("/plan/contradictions");
    }

    private static String text(String html) {
        return html.replace("&quot;", "\"").replace("&#39;", "'");
    }
}
