package dk.grundskema.api.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * A school of a test's own, below the organisation that all tests share.
 *
 * @param server     where it is
 * @param id         its organisation
 */
public record TestSchool(Server server, String id) {
    /** Password of everybody in it. */
    public static final String PASSWORD = "en god lang adgangskode";

    private static final AtomicInteger COUNT = new AtomicInteger();

    /** A new school. */
    public static TestSchool create(Server server) {
        Answer made = ServiceClient.administrator(server)
                .post("/api/v1/organisations/home/organisations", Map.of("name", "Skole"));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return new TestSchool(server, (String) made.at("/id"));
    }

    /** The path of the school's organisation. */
    public String path() {
        return "/api/v1/organisations/" + id;
    }

    /** An account that is something in the school. */
    public Person addPerson(Role... roles) {
        return addPerson("teacher-1", roles);
    }

    /** Creates an account with one role; if the role is staff, linked to that staff member. */
    public Person addPerson(Role role, String staff) {
        return addPerson(staff, role);
    }

    /** An account that has several roles, and is that member of staff if it is staff. */
    public Person addPerson(String staff, Role... roles) {
        String name = "person-" + COUNT.incrementAndGet() + "@skole.example";
        List<Map<String, String>> asked =
                Arrays.stream(roles).map(role -> role(role, staff)).toList();
        Answer made = ServiceClient.administrator(server)
                .post(
                        path() + "/accounts",
                        Map.of("name", "En Person", "signInName", name, "password", PASSWORD, "roles", asked));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return new Person(this, (String) made.at("/id"), name);
    }

    private static Map<String, String> role(Role role, String staff) {
        var one = new HashMap<String, String>();
        one.put("role", role.name());
        if (role == Role.STAFF) {
            one.put("staff", staff);
        }
        return one;
    }

    /**
     * A user of a school.
     *
     * @param school     the school
     * @param id         the account
     * @param signInName sign-in name
     */
    public record Person(TestSchool school, String id, String signInName) {
        /** The path of the account. */
        public String path() {
            return school.path() + "/accounts/" + id;
        }

        /** Signs in; the answer has the cookies. */
        public Answer signIn() {
            return ServiceClient.anonymous(school.server())
                    .post("/api/v1/sign-in", Map.of("signInName", signInName, "password", PASSWORD));
        }

        /** A browser in which the person has signed in, and pages of ours. */
        public ServiceClient browser() {
            return browser(signIn());
        }

        /** A browser with the cookies of a sign-in, and pages of ours. */
        public ServiceClient browser(Answer signedIn) {
            assertThat(signedIn.status()).as(signedIn.body()).isEqualTo(200);
            return ServiceClient.anonymous(school.server())
                    .withHeader("Cookie", cookies(signedIn))
                    .withHeader("X-CSRF-Token", (String) signedIn.at("/csrfToken"));
        }
    }

    /** The cookies that an answer sets, as a browser sends them back. */
    public static String cookies(Answer answer) {
        return answer.response().headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .collect(Collectors.joining("; "));
    }
}
