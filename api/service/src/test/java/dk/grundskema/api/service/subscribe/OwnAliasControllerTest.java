package dk.grundskema.api.service.subscribe;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.exports.calendar.CalendarOwner;
import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.publish.FeedLink;
import dk.grundskema.api.service.testing.MeetingVariants;
import dk.grundskema.api.service.testing.PublishedCampFixture;
import dk.grundskema.api.service.testing.TestServices;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.timetable.Meeting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Only the signed-in owner of a feed can resolve "Student 7" in it. */
final class OwnAliasControllerTest {
    private static List<Map<?, ?>> items(Answer answer) {
        return ((List<?>) answer.at("/items"))
                .stream().<Map<?, ?>>map(one -> (Map<?, ?>) one).toList();
    }

    @Test
    void numbersOfTheOwnFeedAreResolvedAfterSigningInAsTheyWerePublished() {
        Server server = TestServices.on(TestDatabase.H2);
        TestSchool school = TestSchool.create(server);
        PublishedCampFixture camp = PublishedCampFixture.startIn(server, school.path());
        StaffId me = camp.busiest();
        String student = String.valueOf(camp.client.get(camp.place + "/problem").at("/students/6/id"));
        Meeting talk = MeetingVariants.withSingleStudent(camp.meetingsOf(me).getFirst(), new StudentId(student));
        camp.change(all -> MeetingVariants.with(all, talk));
        ServiceClient browser = school.addPerson(Role.STAFF, me.value()).browser();
        String mine = camp.place + "/links/mine/students";
        assertThat(browser.get(mine).status()).as("nothing is published").isEqualTo(404);
        camp.publish();
        FeedLink link = camp.link(CalendarOwner.of(me));
        String feed = ServiceClient.anonymous(server)
                .get("/c/" + link.token() + ".ics")
                .body()
                .replace("\r\n ", "");
        List<Map<?, ?>> resolved = items(browser.get(mine));
        assertThat(resolved)
                .isNotEmpty()
                .allSatisfy(one -> assertThat(feed).contains("Elev 7").doesNotContain(String.valueOf(one.get("name"))));
        String own = browser.get(camp.place + "/timetable/mine").body().replaceAll("\\s+", "");
        assertThat(resolved)
                .allSatisfy(one -> assertThat(own)
                        .contains("\"id\":\"" + one.get("studentId") + "\",\"number\":" + one.get("number")
                                + ",\"name\":\""
                                + String.valueOf(one.get("name")).replaceAll("\\s+", "")));
        turnRound(camp);
        assertThat(items(browser.get(mine)))
                .as("the plan has other names by now")
                .isEqualTo(resolved);
        assertThat(ServiceClient.anonymous(server).get(mine).status()).isEqualTo(401);
        assertThat(school.addPerson(Role.STAFF, "nobody-in-the-plan")
                        .browser()
                        .get(mine)
                        .status())
                .isEqualTo(404);
    }

    /** Puts the plan's students into another order and gives them other names; their numbers stay. */
    private static void turnRound(PublishedCampFixture camp) {
        Map<String, Object> problem = new HashMap<>(TestServices.exampleProblem("camp-3-weeks"));
        var students = new ArrayList<Map<?, ?>>();
        for (Object each : (List<?>) Objects.requireNonNull(problem.get("students"))) {
            var one = new HashMap<Object, Object>((Map<?, ?>) each);
            one.put("name", "Ny " + one.get("name"));
            students.addFirst(one);
        }
        problem.put("students", students);
        assertThat(camp.client
                        .withHeader("If-Match", camp.client.get(camp.place).tag())
                        .put(camp.place + "/problem", Map.of("problem", problem))
                        .status())
                .isEqualTo(200);
        Answer turned = camp.client.get(camp.place + "/problem");
        assertThat(turned.at("/students/17/id")).isEqualTo("e07");
        assertThat(turned.at("/students/17/number")).isEqualTo(7);
    }
}
