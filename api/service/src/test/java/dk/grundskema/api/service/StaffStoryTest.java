package dk.grundskema.api.service;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.signin.SignInLimiter;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestClock;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.testing.TestServices;
import dk.grundskema.api.service.testing.ValidRequests;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A staff member's use of the service, from the first sign-in to the last day. */
@Tag("browser")
final class StaffStoryTest {
    private static final String NEW_PASSWORD = "en helt anden adgangskode";

    @TempDir
    private Path folder;

    @Test
    void staffMemberSignsInSeesOwnTimetableEntersAttendanceAndLeaves() {
        // a separate service, because the plan in use would bind the staff of other tests
        try (Server server = TestServices.start(TestDatabase.H2, folder)) {
            followStaffMember(TestSchool.create(server));
        }
    }

    private static void followStaffMember(TestSchool school) {
        var requests = new ValidRequests(school, TestServices.exampleProblem("camp-3-weeks"));
        String plan = requests.plan();
        ServiceClient administrator = school.addPerson(Role.ADMINISTRATOR).browser();
        administrator
                .withHeader("If-Match", administrator.get(plan).tag())
                .put(plan + "/in-use", Map.of("inUse", true));
        String me = requests.staff().value();
        TestSchool.Person person = school.addPerson(Role.STAFF, me);
        ServiceClient browser = person.browser();

        Answer mine = browser.get(plan + "/timetable/mine");
        assertThat(mine.status()).as(mine.body()).isEqualTo(200);
        assertThat(mine.at("/about/id")).isEqualTo(me);
        assertThat((List<?>) mine.at("/entries")).isNotEmpty();
        assertThat(browser.get("/api/v1/me/timetable").at("/plans/0/own/about/id"))
                .isEqualTo(me);
        for (String others : List.of(
                "/timetable", "/timetable/weeks", "/timetable/staff/" + me, "/problem", "/students", "/deliveries")) {
            assertThat(browser.get(plan + others).status()).as(others).isEqualTo(403);
        }
        assertThat(browser.get(requests.plan()).status()).isEqualTo(403);

        Answer entered = browser.put(requests.outcome("/own"), Map.of("held", true));
        assertThat(entered.status()).as(entered.body()).isEqualTo(200);
        ServiceClient forged =
                ServiceClient.anonymous(school.server()).withHeader("Cookie", TestSchool.cookies(person.signIn()));
        assertThat(forged.put(requests.outcome("/own"), Map.of("held", false)).at("/code"))
                .as("somebody else's page")
                .isEqualTo("rest.csrf");
        assertThat(browser.put(requests.outcome(""), Map.of("held", true)).status())
                .as("as a planner would")
                .isEqualTo(403);
        String colleague = String.valueOf(administrator.get(plan + "/problem").at("/staff/0/id"));
        String other = colleague.equals(me)
                ? String.valueOf(administrator.get(plan + "/problem").at("/staff/1/id"))
                : colleague;
        ServiceClient elsewhere =
                school.addPerson(Role.STAFF, "nobody-in-the-plan").browser();
        assertThat(elsewhere.put(requests.outcome("/own"), Map.of("held", true)).status())
                .as("a meeting of others")
                .isEqualTo(404);
        assertThat(elsewhere.get(plan + "/timetable/mine").status()).isEqualTo(404);
        assertThat(school.addPerson(Role.STAFF, other)
                        .browser()
                        .get(plan + "/timetable/mine")
                        .at("/about/id"))
                .isEqualTo(other);

        ServiceClient program = narrower(browser, school);
        assertThat(program.get(plan + "/timetable/mine").status()).isEqualTo(200);
        assertThat(program.put("/api/v1/me/password", Map.of("current", TestSchool.PASSWORD, "password", NEW_PASSWORD))
                        .status())
                .as("the token has fewer permissions")
                .isEqualTo(403);
        ServiceClient second = person.browser();
        assertThat(browser.put("/api/v1/me/password", Map.of("current", TestSchool.PASSWORD, "password", NEW_PASSWORD))
                        .status())
                .isEqualTo(204);
        assertThat(second.get("/api/v1/me").status())
                .as("the other session has ended")
                .isEqualTo(401);
        assertThat(person.signIn().status()).as("by the old password").isEqualTo(401);

        ServiceClient stranger = ServiceClient.anonymous(school.server());
        for (int i = 1; i < SignInLimiter.MOST_FAILURES; i++) {
            stranger.post("/api/v1/sign-in", Map.of("signInName", person.signInName(), "password", "wrong" + i));
        }
        Answer locked =
                stranger.post("/api/v1/sign-in", Map.of("signInName", person.signInName(), "password", NEW_PASSWORD));
        assertThat(locked.status()).isEqualTo(429);
        assertThat(Long.parseLong(locked.header("Retry-After"))).isBetween(1L, 60L);
        assertThat(browser.get("/api/v1/me").status())
                .as("a signed-in person stays signed in")
                .isEqualTo(200);

        String tag = administrator.get(person.path()).tag();
        assertThat(administrator
                        .withHeader("If-Match", tag)
                        .delete(person.path())
                        .status())
                .isEqualTo(204);
        for (ServiceClient each : List.of(browser, program)) {
            assertThat(each.get("/api/v1/me").status()).isEqualTo(401);
        }
        assertThat(administrator.get(person.path()).status()).isEqualTo(404);
        assertThat(administrator.get(school.path() + "/accounts").body()).doesNotContain(person.signInName());
        assertThat(school.server()
                        .bean(JdbcClient.class)
                        .sql("SELECT COUNT(*) FROM account WHERE sign_in_name = :name OR (id = :id AND name <> id)")
                        .param("name", person.signInName())
                        .param("id", person.id())
                        .query(Long.class)
                        .single())
                .as("the name is forgotten")
                .isZero();
    }

    private static ServiceClient narrower(ServiceClient browser, TestSchool school) {
        Answer made = browser.post(
                "/api/v1/me/tokens",
                Map.of(
                        "name", "Kalenderen",
                        "scopes", List.of("OWN"),
                        "expires", TestClock.now().plus(Duration.ofDays(1)).toString()));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return ServiceClient.anonymous(school.server()).withToken((String) made.at("/token"));
    }

    @Test
    void plannerDeletesNoAccountAndNobodyDeletesTheLastAdministrator() {
        TestSchool school = TestSchool.create(TestServices.on(TestDatabase.H2));
        TestSchool.Person first = school.addPerson(Role.ADMINISTRATOR);
        ServiceClient administrator = first.browser();
        ServiceClient planner = school.addPerson(Role.PLANNER).browser();
        String tag = administrator.get(first.path()).tag();
        assertThat(planner.withHeader("If-Match", tag).delete(first.path()).status())
                .isEqualTo(403);
        assertThat(administrator.delete(first.path()).status()).isEqualTo(428);
        assertThat(administrator
                        .withHeader("If-Match", "\"99\"")
                        .delete(first.path())
                        .status())
                .isEqualTo(412);
        ServiceClient top = ServiceClient.administrator(school.server());
        Object self = top.get("/api/v1/me").at("/account");
        String there = "/api/v1/organisations/home/accounts/" + self;
        Answer last = top.withHeader("If-Match", top.get(there).tag()).delete(there);
        assertThat(last.status()).isEqualTo(409);
        assertThat(last.at("/code")).isEqualTo("account.last-administrator");
        assertThat(top.get("/api/v1/me").status()).as("nothing was done").isEqualTo(200);
    }
}
